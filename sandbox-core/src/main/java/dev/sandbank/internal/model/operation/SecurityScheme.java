package dev.sandbank.internal.model.operation;

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
 */
public record SecurityScheme(
        String type,
        @Nullable String scheme,
        @Nullable String in,
        @Nullable String name,
        @Nullable Boolean elsewhere,
        @Nullable String challenge) {

    /** An access token, whoever issued it. */
    public static final SecurityScheme BEARER = new SecurityScheme("http", "bearer", null, null, null, null);

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

    /** The same, as one of the three that calls know: all tokens are bearer tokens. */
    public SecurityScheme plain() {
        return isKey() || isBasic() ? this : BEARER;
    }

    /** What callers call it; of those in {@code Authorization} that field. */
    public String field() {
        return name == null ? "Authorization" : name;
    }
}
