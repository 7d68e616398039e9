package dev.sandbank.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.operation.SecurityScheme;
import dev.sandbank.internal.text.Cookies;
import dev.sandbank.internal.text.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the credentials of a request, by security scheme. */
public final class SentCredentials {

    private static final Pattern BASIC = Pattern.compile("(?i:basic) +([A-Za-z0-9+/]+={0,2})");
    private static final Pattern TOKEN = Pattern.compile("[-A-Za-z0-9._~+/]+=*");
    private static final Pattern PAIR = Pattern.compile("(?s)([^:]*):(.*)");

    private SentCredentials() {}

    /** An id and its secret. */
    public record Pair(String id, String secret) {

        /** Reads a pair of the {@code Basic} scheme (RFC 7617 §2); empty if the field is something else. */
        public static Optional<Pair> in(String field) {
            Matcher basic = BASIC.matcher(field);
            if (!basic.matches()) {
                return Optional.empty();
            }
            try {
                Matcher pair =
                        PAIR.matcher(new String(Base64.getDecoder().decode(basic.group(1)), StandardCharsets.UTF_8));
                return pair.matches() ? Optional.of(new Pair(pair.group(1), pair.group(2))) : Optional.empty();
            } catch (IllegalArgumentException garbled) {
                return Optional.empty();
            }
        }
    }

    /** Reads the access token of a field in the scheme's form; empty if the field is something else. */
    public static Optional<String> token(SecurityScheme scheme, String field) {
        String prefix = scheme.prefix();
        String suffix = scheme.suffix();
        int end = field.length() - suffix.length();
        return field.regionMatches(true, 0, prefix, 0, prefix.length())
                        && field.endsWith(suffix)
                        && prefix.length() < end
                ? Optional.of(field.substring(prefix.length(), end))
                        .map(token -> scheme.form() == null ? token.stripLeading() : token)
                        .filter(token -> TOKEN.matcher(token).matches())
                : Optional.empty();
    }

    /**
     * Whether the request has something in the scheme's place; if two schemes share a field, it begins with the
     * scheme's name.
     */
    public static boolean isSent(SecurityScheme scheme, Call call) {
        List<String> sent = of(scheme, call);
        String word = scheme.prefix().split("(?<= )", 2)[0];
        return scheme.isKey()
                ? !sent.isEmpty()
                : sent.stream().anyMatch(field -> field.regionMatches(true, 0, word, 0, word.length()));
    }

    /** Returns everything in the scheme's place; one value if the request is well-formed. */
    public static List<String> of(SecurityScheme scheme, Call call) {
        return scheme.isKeyIn("body") ? inBody(scheme, call) : of(scheme, call.request());
    }

    /** Returns the same, except what stands in the content. */
    public static List<String> of(SecurityScheme scheme, Request request) {
        Fields headers = request.headers();
        if (!scheme.isKey()) {
            return headers.all(scheme.field());
        }
        return switch (String.valueOf(scheme.in())) {
            case "query" -> request.query().all(scheme.field());
            case "cookie" -> Cookies.all(headers, scheme.field());
            case "header" -> headers.all(scheme.field());
            default -> List.of();
        };
    }

    private static List<String> inBody(SecurityScheme scheme, Call call) {
        JsonNode found = call.knownReading() instanceof Reading.WellFormed read
                ? read.input().body().at(scheme.field())
                : null;
        return found == null || found.isMissingNode() || found.isNull() ? List.of() : List.of(found.asText());
    }
}
