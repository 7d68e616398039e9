package dev.sandbank.internal.model;

import dev.sandbank.internal.model.oauth.OAuthCause;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.model.oauth.TokenFault;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a call was refused, in no bank's words.
 *
 * <p>A dialect's {@link #phrase()} makes the reply and {@link #facts()} fill its blanks; tests compare {@link #key()}.
 */
public sealed interface Refusal {

    /** Returns the reason's name, such as {@code scope-missing}; the same at every bank, but for its {@link OwnNames}. */
    String key();

    /** Returns one sentence that tells a person what was wrong. */
    String detail();

    /** Returns the name of the bank's phrase for it; a bank may word one reason in several ways. */
    default String phrase() {
        return key();
    }

    /** Returns the reason as a bank's body shows it, if it has a place for that. */
    default String reason() {
        return OwnNames.own(key());
    }

    default Map<String, Object> facts() {
        return Map.of();
    }

    /** Returns the values of a list fact, such as {@code required} or {@code held}; empty if it has no such fact. */
    default List<String> listed(String fact) {
        return facts().get(fact) instanceof Collection<?> all
                ? all.stream().map(Object::toString).toList()
                : List.of();
    }

    /** Returns the individual errors, if they are known. */
    default List<Violation> violations() {
        return List.of();
    }

    /**
     * The credential is absent, unreadable, unknown, expired or revoked (RFC 6750 §3.1). Its client may be known, and a
     * challenge may replace the bank's.
     */
    record TokenRefused(
            TokenFault fault,
            String detail,
            @Nullable String challenge,
            @Nullable String client) implements Refusal {

        public TokenRefused(TokenFault fault) {
            this(fault, fault.detail(), null, null);
        }

        @Override
        public String key() {
            return fault.key();
        }

        @Override
        public Map<String, Object> facts() {
            Map<String, Object> usual = fault == TokenFault.MISSING
                    ? Map.of()
                    : Map.of("challenge-error", "invalid_token", "challenge-description", fault.detail());
            return challenge == null ? usual : Map.of("challenge", challenge);
        }
    }

    record RouteUnknown() implements Refusal {
        @Override
        public String key() {
            return "route-unknown";
        }

        @Override
        public String detail() {
            return "Nothing answers at this path";
        }
    }

    record MethodNotAllowed(Set<String> allowed) implements Refusal {
        @Override
        public String key() {
            return "method-not-allowed";
        }

        @Override
        public String detail() {
            return "This path takes only " + String.join(", ", allowed);
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("allow", String.join(", ", allowed));
        }
    }

    /** The token lacks a scope (RFC 6750 §3.1, {@code insufficient_scope}). */
    record ScopeMissing(Scopes required, boolean oneIsEnough, Scopes held) implements Refusal {
        @Override
        public String key() {
            return "scope-missing";
        }

        @Override
        public String detail() {
            String needed = (oneIsEnough ? "one of " : "") + required;
            return "needs " + needed + ", token holds " + (held.isEmpty() ? "no scope" : held);
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of(
                    "required", required.names(),
                    "held", held.names(),
                    "challenge-error", "insufficient_scope",
                    "challenge-scope", required.toString());
        }
    }

    /** The header that names the user the call is for cannot be parsed. */
    record ActingMalformed(String header, Violation violation) implements Refusal {
        @Override
        public String key() {
            return "acting-malformed";
        }

        @Override
        public String detail() {
            return header + ": " + violation.message();
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of(
                    "context", "headers", "property", violation.property(), "violations", List.of(violation.facts()));
        }
    }

    record ActingSubjectUnknown(String user) implements Refusal {

        private static final String DETAIL = "There is no user ";

        /** Returns the user that such a {@link #detail()} mentions. */
        public static Optional<String> userIn(String detail) {
            return detail.startsWith(DETAIL) ? Optional.of(detail.substring(DETAIL.length())) : Optional.empty();
        }

        @Override
        public String key() {
            return "acting-subject-unknown";
        }

        @Override
        public String detail() {
            return DETAIL + user;
        }
    }

    record ActingNotAllowed(String detail) implements Refusal {
        @Override
        public String key() {
            return "acting-not-allowed";
        }
    }

    record SubjectNotAllowed(Subject subject, List<String> accepted) implements Refusal {
        @Override
        public String key() {
            return "subject-not-allowed";
        }

        @Override
        public String detail() {
            String served = String.join(" or ", accepted);
            return "This operation serves " + served + ", the call is made for a " + subject.kindAndType();
        }
    }

    record SubjectBlocked(String phrase, Subject subject) implements Refusal {
        @Override
        public String key() {
            return OwnNames.named("subject-blocked", phrase);
        }

        @Override
        public String detail() {
            return "The user " + subject.id() + " is " + subject.status().word();
        }
    }

    record InputInvalid(String context, @Override List<Violation> violations) implements Refusal {
        @Override
        public String key() {
            return "input-invalid";
        }

        @Override
        public String detail() {
            return String.join("; ", violations.stream().map(Violation::message).toList());
        }

        @Override
        public Map<String, Object> facts() {
            Map<String, Object> facts = new HashMap<>();
            facts.put("context", context);
            facts.put("violations", violations.stream().map(Violation::facts).toList());
            violations.stream().limit(1).forEach(first -> facts.putAll(first.place()));
            return facts;
        }
    }

    /** The request breaks HTTP itself: size, media type, syntax. */
    record Unreadable(String key, String detail, Map<String, Object> facts) implements Refusal {
        public Unreadable(String key, String detail) {
            this(key, detail, Map.of());
        }
    }

    /**
     * The call names something that does not exist, or that it may not see.
     *
     * @param named what the call names, such as {@code account acct-1}
     */
    record ResourceUnknown(String phrase, String named, Map<String, Object> facts) implements Refusal {
        @Override
        public String key() {
            return OwnNames.named("resource-unknown", phrase);
        }

        @Override
        public String detail() {
            return "There is no " + named + " that this call may see";
        }
    }

    record EntitlementMissing(String phrase, String user, String resource, String permission, Set<String> held)
            implements Refusal {
        @Override
        public String key() {
            return OwnNames.named("entitlement-missing", phrase);
        }

        @Override
        public String detail() {
            return "needs " + permission + " on " + resource + ", user " + user + " holds "
                    + (held.isEmpty() ? "nothing" : String.join(" ", held));
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("permission", permission, "resource", resource, "required", Set.of(permission), "held", held);
        }
    }

    /** The call breaks a rule of the bank, or its rate limit; the key is that of the phrase. */
    record RuleBroken(String key, String detail, Map<String, Object> facts) implements Refusal {}

    /** A test injected a fault; the reply uses the phrase that the bank has for such a case. */
    record Faulted(String phrase, String detail, Map<String, Object> facts) implements Refusal {
        @Override
        public String reason() {
            return phrase;
        }

        @Override
        public String key() {
            return "fault";
        }
    }

    /** The sandbox's memory is full; the reply uses the phrase for a bank that is out of order. */
    record Full(String phrase, String detail, Map<String, Object> facts) implements Refusal {
        @Override
        public String key() {
            return "temporarily-unavailable";
        }
    }

    /** The token server refused (RFC 6749 §5.2); the reply may say less about it than the decision. */
    record ProtocolError(OAuthCause cause, String said, String detail) implements Refusal {
        @Override
        public String key() {
            return cause.key();
        }
    }
}
