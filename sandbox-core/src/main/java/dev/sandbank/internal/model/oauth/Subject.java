package dev.sandbank.internal.model.oauth;

import java.util.Locale;

/**
 * The subject of a call: a client itself or a user, or nobody if the operation needs no credential.
 *
 * @param kind {@code client}, {@code user} or {@code nobody}
 * @param type the bank's subtype, such as {@code individual}; empty for none
 * @param id the client's or user's id
 * @param status the user's status; clients are always active
 */
public record Subject(Kind kind, String type, String id, UserStatus status) {

    public enum Kind {
        CLIENT,
        USER,
        NOBODY
    }

    public static Subject client(String id) {
        return new Subject(Kind.CLIENT, "", id, UserStatus.ACTIVE);
    }

    public static Subject nobody() {
        return new Subject(Kind.NOBODY, "", "", UserStatus.ACTIVE);
    }

    public static Subject user(User user) {
        return new Subject(Kind.USER, user.type(), user.id(), user.status());
    }

    public boolean isUser() {
        return kind == Kind.USER;
    }

    /** Whether it is a client itself, which sees and may do everything that its scopes allow. */
    public boolean isClient() {
        return kind == Kind.CLIENT;
    }

    /** Returns the kind as operations declare it: {@code client}, {@code user} or {@code user:individual}. */
    public String kindAndType() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return type.isEmpty() ? name : name + ":" + type;
    }

    /** Whether a declared kind includes this subject: {@code user} includes every type of user. */
    public boolean is(String declared) {
        return kindAndType().equals(declared) || kindAndType().startsWith(declared + ":");
    }

    /** Whether a declared kind includes this subject, or would if its type were another. */
    public boolean isOfKind(String declared) {
        return declared.split(":", 2)[0].equals(kind.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return id.isEmpty() ? kindAndType() : kindAndType() + " " + id;
    }
}
