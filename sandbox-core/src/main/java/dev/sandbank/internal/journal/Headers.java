package dev.sandbank.internal.journal;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Knows which header fields never contain credentials. */
final class Headers {

    /** Fields of HTTP, of browsers and of tracing. */
    private static final Set<String> HARMLESS =
            Set.of(("accept accept-charset accept-encoding accept-language accept-ranges access-control-request-headers"
                            + " access-control-request-method age allow cache-control connection content-encoding"
                            + " content-disposition content-language content-length content-md5 content-range content-type"
                            + " correlation-id date digest dnt etag expect expires from host http2-settings"
                            + " idempotency-key if-match if-modified-since if-none-match if-range if-unmodified-since"
                            + " keep-alive last-modified max-forwards origin pragma prefer priority range request-id"
                            + " save-data server te trailer transfer-encoding upgrade upgrade-insecure-requests user-agent"
                            + " vary via warning x-correlation-id x-forwarded-for x-forwarded-host x-forwarded-port"
                            + " x-forwarded-proto x-real-ip x-request-id x-requested-with traceparent tracestate"
                            + " access-control-allow-headers access-control-allow-methods access-control-allow-origin"
                            + " access-control-max-age content-security-policy referrer-policy retry-after www-authenticate"
                            + " strict-transport-security x-content-type-options x-frame-options")
                    .split(" "));

    private static final List<String> OF_FAMILIES = List.of("sandbank-", "sec-fetch-", "sec-ch-");
    private static final Set<String> WITH_URL = Set.of("location", "referer", "content-location", "link", "refresh");

    private Headers() {}

    static boolean carriesUrl(String name) {
        return WITH_URL.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether the field's name says that it contains a credential; {@code Challenge} is such a field. */
    static boolean looksSecret(String name) {
        return !HARMLESS.contains(name.toLowerCase(Locale.ROOT))
                && (Secrecy.looksSecret(name) || name.equalsIgnoreCase("Challenge"));
    }

    /**
     * Whether the journal keeps a request's field as it is.
     *
     * @param ofTheBank the fields that the bank's own operations read, in lower case
     */
    static boolean harmless(String name, Set<String> ofTheBank) {
        String lower = name.toLowerCase(Locale.ROOT);
        return HARMLESS.contains(lower)
                || (ofTheBank.contains(lower) && !looksSecret(lower))
                || OF_FAMILIES.stream().anyMatch(lower::startsWith);
    }
}
