package dev.sandbank.internal.model.operation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The gates of a guarded call, in the order in which they are asked: the first refusal is the answer.
 *
 * <p>Everything that lists gates reads this list, or is checked against it: the pipeline, the catalogue of denials, the matrix,
 * the dialect's schema, and the documents.
 */
public enum GateName {
    TOKEN(Concern.CALLER, "the token is missing, unreadable, unknown, expired or revoked"),
    LIMIT(Concern.RULE, "its client called too often"),
    ROUTE(Concern.CALLER, "no operation has this path, or none has this method there"),
    SCOPE(Concern.CALLER, "the token lacks a scope of the operation"),
    ON_BEHALF_OF(Concern.CALLER, "the call names a user that its client may not act for"),
    SUBJECT(Concern.CALLER, "the operation does not serve such a caller"),
    BLOCKED(Concern.BLOCKED, "the user's state forbids it"),
    INPUT(Concern.RULE, "the parameters or the content do not match the operation"),
    RESOURCE(Concern.RESOURCE, "what the call names does not exist for this caller"),
    ENTITLEMENT(Concern.RESOURCE, "the user lacks a permission on what the call names"),
    RULES(Concern.RULE, "a rule of the operation is broken");

    /** The concern of a refusal, for pictures. */
    public enum Concern {
        CALLER,
        BLOCKED,
        RESOURCE,
        RULE;

        /** Returns the gates of this concern. */
        public List<String> gates() {
            return Stream.of(GateName.values())
                    .filter(gate -> gate.concern == this)
                    .map(GateName::word)
                    .toList();
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Concern concern;
    private final String refuses;

    GateName(Concern concern, String refuses) {
        this.concern = concern;
        this.refuses = refuses;
    }

    public Concern concern() {
        return concern;
    }

    /** Says when it refuses. */
    public String refuses() {
        return refuses;
    }

    /** Returns its name for users, in the journal and in dialects, such as {@code on-behalf-of}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the gate of this name; empty for anything else in the journal, such as a fault. */
    public static Optional<GateName> of(String word) {
        return Stream.of(values()).filter(gate -> gate.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Stream.of(values()).map(GateName::word).toList();
    }
}
