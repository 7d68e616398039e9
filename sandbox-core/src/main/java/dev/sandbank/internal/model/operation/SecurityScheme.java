package dev.sandbank.internal.model.operation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a call authenticates (OpenAPI 3.1.1, Security Scheme Object).
 *
 * @param type {@code http}, {@code apiKey}, {@code oauth2} or {@code openIdConnect}
 * @param scheme of HTTP: {@code basic} or {@code bearer}, or null
 * @param in where an API key stands, {@code header}, {@code query}, {@code cookie} or {@code body}, or null
 * @param name its name there, in the body as a JSON Pointer, or null
 * @param elsewhere whether it also counts if no operation answers; null if it does
 * @param challenge the challenge of a refusal instead of the bank's, or null
 * @param header the header field of an access token, or null for {@code Authorization}
 * @param form the form of an access token there, with <code>${token}</code> in its place, or null for that of RFC 6750
 * §2.1
 */
public record SecurityScheme(
        String type,
        @Nullable String scheme,
        @Nullable String in,
        @Nullable String name,
        @Nullable Boolean elsewhere,
        @Nullable String challenge,
        @Nullable String header,
        @Nullable String form) {

    /** Stands for the token in a form. */
    public static final String TOKEN = "${token}";

    /** An access token of any issuer. */
    public static final SecurityScheme BEARER =
            new SecurityScheme("http", "bearer", null, null, null, null, null, null);

    public SecurityScheme {
        type = type == null ? "" : type;
    }

    /** Whether it counts if no operation answers. */
    public boolean countsElsewhere() {
        return !Boolean.FALSE.equals(elsewhere);
    }

    public boolean isKey() {
        return type.equals("apiKey");
    }

    public boolean isBasic() {
        return type.equals("http") && "basic".equalsIgnoreCase(scheme);
    }

    /** Whether it is a key in this place. */
    public boolean isKeyIn(String place) {
        return isKey() && place.equals(in);
    }

    public boolean isToken() {
        return !isKey() && !isBasic();
    }

    /** Returns the scheme as calls know it: tokens in the same place and form are one scheme. */
    public SecurityScheme plain() {
        return isToken() ? new SecurityScheme("http", "bearer", null, null, null, null, header, form) : this;
    }

    /** Returns its name for callers: the header field, or the name of the key. */
    public String field() {
        return name == null ? Objects.requireNonNullElse(header, "Authorization") : name;
    }

    /** Returns the text before the token, or before the pair of {@code Basic}. */
    public String prefix() {
        if (isBasic()) {
            return "Basic ";
        }
        return form == null ? "Bearer " : form.substring(0, form.indexOf(TOKEN));
    }

    /** Returns the text after the token. */
    public String suffix() {
        return form == null ? "" : form.substring(form.indexOf(TOKEN) + TOKEN.length());
    }
}
