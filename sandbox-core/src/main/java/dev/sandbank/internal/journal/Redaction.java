package dev.sandbank.internal.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the secrets out of what is kept: four characters stay, so that two can be told apart. */
public final class Redaction {

    private static final int KEPT = 4;
    private static final int SHORTEST_TELLING = 12;
    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "api-key", "x-api-key");
    private static final String SECRET_NAMES = "access_token|refresh_token|id_token|id_token_hint|token|client_secret"
            + "|client_assertion|code_verifier|password|secret|assertion|csrf|logout_token|sharedSecret";
    private static final Pattern JSON_MEMBER =
            Pattern.compile("(\"(?:" + SECRET_NAMES + ")\"\\s*:\\s*\")((?:[^\"\\\\]|\\\\.)*)");
    private static final Pattern FORM_PARAMETER = Pattern.compile("((?:^|[&?])(?:" + SECRET_NAMES + "|code)=)([^&]*)");

    private Redaction() {}

    /** Shortens one secret. */
    public static String shorten(String secret) {
        return secret.length() < SHORTEST_TELLING ? "…" : secret.substring(0, KEPT) + "…";
    }

    /** A query or form with its secret parameters shortened. */
    public static String form(String text) {
        return FORM_PARAMETER.matcher(text).replaceAll(Redaction::replacement);
    }

    /** A JSON text with its secret members shortened. */
    public static String json(String text) {
        return JSON_MEMBER.matcher(text).replaceAll(Redaction::replacement);
    }

    private static String replacement(MatchResult match) {
        return Matcher.quoteReplacement(match.group(1) + shorten(match.group(2)));
    }

    /** The value of a header field, shortened if the field carries a credential. */
    public static String header(String name, String value) {
        if (!SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            return name.equalsIgnoreCase("Location") || name.equalsIgnoreCase("Referer") ? form(value) : value;
        }
        int space = value.indexOf(' ');
        return space < 0 ? shorten(value) : value.substring(0, space + 1) + shorten(value.substring(space + 1));
    }

    static Map<String, List<String>> headers(Map<String, List<String>> headers) {
        Map<String, List<String>> safe = new LinkedHashMap<>();
        headers.forEach((name, values) -> {
            List<String> shortened = new ArrayList<>(values);
            shortened.replaceAll(value -> header(name, value));
            safe.put(name, List.copyOf(shortened));
        });
        return safe;
    }
}
