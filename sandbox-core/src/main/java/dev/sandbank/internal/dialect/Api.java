package dev.sandbank.internal.dialect;

import dev.sandbank.internal.model.operation.Defaults;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a bank's API with guarded operations.
 *
 * @param base the path below which every request needs a credential
 * @param challenge scheme and realm for {@code WWW-Authenticate} (RFC 6750 §3)
 * @param headers header templates for every reply of this bank
 * @param limit how many requests a client may make, or null for any number
 */
public record Api(
        String base,
        Challenge challenge,
        Map<String, String> headers,
        @Nullable Limit limit) {

    public Api {
        base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        headers = Defaults.orEmpty(headers);
    }

    public record Challenge(String scheme, String realm) {}

    /**
     * A limit on the number of requests of a client in a period.
     *
     * @param requests the setting with the number; 0 for no limit
     * @param period the setting with the period
     */
    public record Limit(String requests, String period) {}
}
