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
 * Why a call was turned away, in no bank's words.
 *
 * <p>A dialect turns {@link #phrase()} into a reply, whose blanks {@link #facts()} fill; tests go by {@link #key()}.
 */
public sealed interface Refusal {

    /** The reason's name, such as {@code scope-missing}; the same at every bank. */
    String key();

    /** One sentence that tells a person what was wrong. */
    String detail();

    /** The name of the bank's phrase for it; a bank may say one reason in several ways. */
    default String phrase() {
        return key();
    }

    /** The reason as a bank's body tells it, if it has a place for that. */
    default String reason() {
        return key();
    }

    default Map<String, Object> facts() {
        return Map.of();
    }

    /** What it says of that kind, such as what was {@code required} or {@code held}; nothing if it does not. */
    default List<String> listed(String fact) {
        return facts().get(fact) instanceof Collection<?> all
                ? all.stream().map(Object::toString).toList()
                : List.of();
    }

    /** What was wrong one by one, where that can be told. */
    default List<Violation> violations() {
        return List.of();
    }

    /**
     * The credential is absent, unreadable, unknown, expired or revoked (RFC 6750 §3.1).
     *
     * @param challenge what to challenge the caller with in the place of the bank's challenge, or null
     */
    record TokenRefused(
            TokenFault fault, String detail, @Nullable String challenge) implements Refusal {

        public TokenRefused(TokenFault fault) {
            this(fault, fault.detail(), null);
        }

        @Override
        public String key() {
            return fault.key();
        }

        @Override
        public Map<String, Object> facts() {
            if (challenge != null) {
                return Map.of("challenge", challenge);
            }
            return fault == TokenFault.MISSING
                    ? Map.of()
                    : Map.of("challenge-error", "invalid_token", "challenge-description", fault.detail());
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

    /** The header that names whom a call is for cannot be read. */
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

        /** The user that is told of in such a {@link #detail()}. */
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
            return "subject-blocked";
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

    /** What HTTP itself objects to: size, media type, syntax. */
    record Unreadable(String key, String detail, Map<String, Object> facts) implements Refusal {

        public Unreadable(String key, String detail) {
            this(key, detail, Map.of());
        }
    }

    record ResourceUnknown(String phrase, String entity, String id, Map<String, Object> facts) implements Refusal {
        @Override
        public String key() {
            return "resource-unknown";
        }

        @Override
        public String detail() {
            return "There is no " + (id.isEmpty() ? entity : entity + " " + id) + " that this call may see";
        }
    }

    record EntitlementMissing(String phrase, String user, String resource, String permission, Set<String> held)
            implements Refusal {
        @Override
        public String key() {
            return "entitlement-missing";
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

    /** A bank's own rule, or its limit, named by the key of its phrase. */
    record RuleBroken(String key, String detail, Map<String, Object> facts) implements Refusal {}

    /** Nothing was wrong but that a test wanted it so; said as what the bank says in such a case. */
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

    /** The sandbox may hold no more: no bank's rule, and said as what a bank says while it is out of order. */
    record Full(String phrase, String detail, Map<String, Object> facts) implements Refusal {
        @Override
        public String key() {
            return "temporarily-unavailable";
        }
    }

    /** The token server's own "no" (RFC 6749 §5.2): what the reply says of it may be less than the decision tells. */
    record ProtocolError(OAuthCause cause, String said, String detail) implements Refusal {
        @Override
        public String key() {
            return cause.key();
        }
    }
}
