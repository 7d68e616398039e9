package dev.sandbank.internal.journal;

import dev.sandbank.internal.model.UrlEncoded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the secrets out of what is kept: four characters stay, so that two can be told apart. */
public final class Redaction {

    private static final int KEPT = 4;
    private static final int SHORTEST_TELLING = 12;
    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "api-key", "x-api-key", "challenge");
    private static final String SECRET_NAMES = "access_token|refresh_token|id_token|id_token_hint|token|client_secret"
            + "|client_assertion|code_verifier|password|secret|assertion|csrf|logout_token|sharedSecret";
    private static final Pattern JSON_MEMBER = Pattern.compile("\"(?:" + SECRET_NAMES + ")\"\\s*:\\s*\"");
    private static final Pattern FORM_PARAMETER = Pattern.compile("((?:^|[&?])([^=&?]*)=)([^&]*)");
    private static final Pattern HTML_FIELD =
            Pattern.compile("(name=\"(?:" + SECRET_NAMES + "|code)\" value=\")([^\"]*)");
    private static final Pattern SECRET_PARAMETER = Pattern.compile(SECRET_NAMES + "|code");
    /** The schemes whose name is no secret; a word in their place may be the credential itself. */
    private static final Pattern SCHEME = Pattern.compile("(?i:basic|bearer|digest|dpop|negotiate|token)");

    private Redaction() {}

    /** Shortens one secret. */
    public static String shorten(String secret) {
        return secret.length() < SHORTEST_TELLING ? "…" : secret.substring(0, KEPT) + "…";
    }

    /** A query or form with its secret parameters shortened, however their names are escaped. */
    public static String form(String text) {
        return FORM_PARAMETER.matcher(text).replaceAll(pair -> {
            boolean secret = SECRET_PARAMETER.matcher(plain(pair.group(2))).matches();
            return Matcher.quoteReplacement(secret ? pair.group(1) + shorten(pair.group(3)) : pair.group());
        });
    }

    private static String plain(String name) {
        try {
            return UrlEncoded.decode(name);
        } catch (IllegalArgumentException garbled) {
            return name;
        }
    }

    /** A page with the secrets of its hidden fields shortened. */
    static String html(String text) {
        return HTML_FIELD
                .matcher(text)
                .replaceAll(field -> Matcher.quoteReplacement(field.group(1) + shorten(field.group(2))));
    }

    /** A JSON text with its secret members shortened. */
    public static String json(String text) {
        StringBuilder safe = new StringBuilder();
        Matcher member = JSON_MEMBER.matcher(text);
        int done = 0;
        while (member.find(done)) {
            int end = endOfString(text, member.end());
            safe.append(text, done, member.end()).append(shorten(text.substring(member.end(), end)));
            done = end;
        }
        return safe.append(text, done, text.length()).toString();
    }

    /** Not by a pattern: one that repeats alternatives takes some stack for every character. */
    private static int endOfString(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, text.length());
    }

    /** The value of a header field, shortened if the field carries a credential. */
    public static String header(String name, String value) {
        if (!SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            return name.equalsIgnoreCase("Location") || name.equalsIgnoreCase("Referer") ? form(value) : value;
        }
        int space = value.indexOf(' ');
        return space < 0 || !SCHEME.matcher(value.substring(0, space)).matches()
                ? shorten(value)
                : value.substring(0, space + 1) + shorten(value.substring(space + 1));
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
