package dev.sandbank.internal.model.operation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a call proves who makes it (OpenAPI 3.1.1, Security Scheme Object).
 *
 * @param type {@code http}, {@code apiKey}, {@code oauth2} or {@code openIdConnect}
 * @param scheme of HTTP: {@code basic} or {@code bearer}, or null
 * @param in where an API key stands, {@code header}, {@code query}, {@code cookie} or {@code body}, or null
 * @param name what it is called there, in the body as a JSON Pointer, or null
 * @param elsewhere whether it counts where no operation answers, too; null if it does
 * @param challenge what a refusal challenges the caller with in the place of the bank's challenge, or null
 * @param header the header field of an access token, or null for {@code Authorization}
 * @param form how an access token stands there, with <code>${token}</code> in its place, or null for that of RFC 6750 §2.1
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

    /** What stands for the token in a form. */
    public static final String TOKEN = "${token}";

    /** An access token, whoever issued it. */
    public static final SecurityScheme BEARER =
            new SecurityScheme("http", "bearer", null, null, null, null, null, null);

    public SecurityScheme {
        type = type == null ? "" : type;
    }

    /** Whether it counts where no operation answers. */
    public boolean countsElsewhere() {
        return !Boolean.FALSE.equals(elsewhere);
    }

    public boolean isKey() {
        return type.equals("apiKey");
    }

    public boolean isBasic() {
        return type.equals("http") && "basic".equalsIgnoreCase(scheme);
    }

    /** A key by its name there. */
    public boolean isKeyIn(String place) {
        return isKey() && place.equals(in);
    }

    public boolean isToken() {
        return !isKey() && !isBasic();
    }

    /** The same, as one of those that calls know: all tokens that stand at the same place in the same form are one. */
    public SecurityScheme plain() {
        return isToken() ? new SecurityScheme("http", "bearer", null, null, null, null, header, form) : this;
    }

    /** What callers call it: the header field, else the name of the key. */
    public String field() {
        return name == null ? Objects.requireNonNullElse(header, "Authorization") : name;
    }

    /** What stands before the token, or before the pair of {@code Basic}. */
    public String prefix() {
        if (isBasic()) {
            return "Basic ";
        }
        return form == null ? "Bearer " : form.substring(0, form.indexOf(TOKEN));
    }

    /** What stands behind the token. */
    public String suffix() {
        return form == null ? "" : form.substring(form.indexOf(TOKEN) + TOKEN.length());
    }
}
