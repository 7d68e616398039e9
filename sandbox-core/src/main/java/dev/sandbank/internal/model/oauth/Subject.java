package dev.sandbank.internal.model.oauth;

/**
 * For whom a call is made: a client itself, or a user.
 *
 * @param kind {@code client} or {@code user}
 * @param type what the bank further distinguishes, such as {@code individual}; empty for nothing
 * @param id the client's or user's id
 * @param status the user's status; clients are always active
 */
public record Subject(Kind kind, String type, String id, UserStatus status) {

    public enum Kind {
        CLIENT,
        USER
    }

    public static Subject client(String id) {
        return new Subject(Kind.CLIENT, "", id, UserStatus.ACTIVE);
    }

    public static Subject user(User user) {
        return new Subject(Kind.USER, user.type(), user.id(), user.status());
    }

    public boolean isUser() {
        return kind == Kind.USER;
    }

    /** The kind as operations declare it: {@code client}, {@code user} or {@code user:individual}. */
    public String kindAndType() {
        String name = isUser() ? "user" : "client";
        return type.isEmpty() ? name : name + ":" + type;
    }

    /** Whether a declared kind means this subject: {@code user} means every type of user. */
    public boolean is(String declared) {
        return kindAndType().equals(declared) || kindAndType().startsWith(declared + ":");
    }

    @Override
    public String toString() {
        return kindAndType() + " " + id;
    }
}
