package dev.sandbank.internal.dialect;

import dev.sandbank.internal.dialect.Dialect.Phrase;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The refusals that every bank may need, with their status in HTTP and its standards. */
public final class StandardPhrases {

    /** The key of the phrase for all refusals that a dialect does not word itself. */
    public static final String DEFAULT = "default";

    private static final Map<String, Integer> STATUSES = statuses();
    private static final List<String> OF_ACTING =
            List.of("acting-malformed", "acting-subject-unknown", "acting-not-allowed");
    private static final String OF_LIMITS = "too-many-requests";
    private static final String OF_AUDIENCES = "token-audience";
    private static final String OF_TAGS = "precondition-failed";

    private StandardPhrases() {}

    /** Returns the keys, the most usual one of each status first. */
    static List<String> usual() {
        return List.of(
                "token-unknown",
                "scope-missing",
                "route-unknown",
                "subject-blocked",
                "input-invalid",
                OF_LIMITS,
                "method-not-allowed",
                "body-too-large",
                "media-type-unsupported",
                "internal-error");
    }

    /** Returns all keys. */
    public static List<String> all() {
        return List.copyOf(STATUSES.keySet());
    }

    /** Returns the keys for which a dialect needs phrases. */
    public static List<String> needed(Dialect dialect) {
        return STATUSES.keySet().stream()
                .filter(key -> !key.equals(OF_AUDIENCES))
                .filter(key -> dialect.impersonation() != null || !OF_ACTING.contains(key))
                .filter(key -> dialect.api().limit() != null || !key.equals(OF_LIMITS))
                .filter(key -> !key.equals(OF_TAGS)
                        || dialect.operations().stream()
                                .anyMatch(operation -> operation.reply().etag()))
                .toList();
    }

    /** Returns the key of the phrase that replaces an optional one. */
    static String instead(String key) {
        return key.equals(OF_AUDIENCES) ? "token-unknown" : key;
    }

    /** Returns the default phrase with the status and headers of this key. */
    static Phrase say(String key, Phrase common) {
        int status = common.status() == 0 ? STATUSES.getOrDefault(key, 400) : common.status();
        Map<String, String> headers = common.headers().isEmpty() ? headers(key, status) : common.headers();
        return new Phrase(status, headers, common.body(), common.causes(), common.causesFrom());
    }

    private static Map<String, String> headers(String key, int status) {
        if (key.equals("method-not-allowed")) {
            return Map.of("Allow", "${allow}");
        }
        if (key.equals(OF_LIMITS)) {
            return Map.of("Retry-After", "${retry-after}");
        }
        boolean challenges = status == 401 || key.equals("scope-missing");
        return challenges ? Map.of("WWW-Authenticate", "${challenge}") : Map.of();
    }

    private static Map<String, Integer> statuses() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("token-missing", 401);
        all.put("token-malformed", 401);
        all.put("token-unknown", 401);
        all.put("token-expired", 401);
        all.put("token-revoked", 401);
        all.put(OF_AUDIENCES, 401);
        all.put(OF_LIMITS, 429);
        all.put("route-unknown", 404);
        all.put("method-not-allowed", 405);
        all.put("scope-missing", 403);
        all.put("acting-malformed", 400);
        all.put("acting-subject-unknown", 404);
        all.put("acting-not-allowed", 403);
        all.put("subject-not-allowed", 403);
        all.put("subject-blocked", 403);
        all.put("input-invalid", 400);
        all.put("body-malformed", 400);
        all.put("media-type-unsupported", 415);
        all.put(OF_TAGS, 412);
        all.put("resource-unknown", 404);
        all.put("entitlement-missing", 403);
        all.put("request-malformed", 400);
        all.put("body-too-large", 413);
        all.put("uri-too-long", 414);
        all.put("headers-too-large", 431);
        all.put("internal-error", 500);
        return Collections.unmodifiableMap(all);
    }
}
