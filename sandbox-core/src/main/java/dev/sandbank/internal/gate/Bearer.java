package dev.sandbank.internal.gate;

import dev.sandbank.internal.text.Fields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bearer token of one {@code Authorization} field (RFC 6750 §2.1). */
public final class Bearer {

    private static final String FIELD = "Authorization";
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([-A-Za-z0-9._~+/]+=*)");

    private Bearer() {}

    public static boolean isSent(Fields headers) {
        return headers.has(FIELD);
    }

    /** Returns the token; empty if the field is absent, repeated or anything but one bearer token. */
    public static Optional<String> in(Fields headers) {
        List<String> fields = headers.all(FIELD);
        return fields.size() == 1 ? in(fields.get(0)) : Optional.empty();
    }

    /** Returns the token of one field; empty if it is anything else. */
    static Optional<String> in(String field) {
        Matcher bearer = BEARER.matcher(field);
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }
}
