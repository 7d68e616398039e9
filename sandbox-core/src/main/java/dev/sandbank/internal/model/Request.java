package dev.sandbank.internal.model;

import dev.sandbank.internal.text.Fields;
import java.util.Locale;

/**
 * One HTTP request as it arrived.
 *
 * @param method as it was sent, such as {@code GET}
 * @param path the raw path of the request line, still percent-encoded, without query
 * @param rawQuery the raw query without its question mark; empty if there is none
 * @param query the decoded query parameters
 * @param headers the header fields
 * @param body the content, bounded
 */
public record Request(String method, String path, String rawQuery, Fields query, Fields headers, Body body) {

    /** Returns the target as the caller wrote it: path and query. */
    public String target() {
        return rawQuery.isEmpty() ? path : path + "?" + rawQuery;
    }

    /** Returns the media type of its content, without parameters; empty if it is absent or repeated. */
    public String mediaType() {
        String sent = headers.repeats("Content-Type")
                ? ""
                : headers.first("Content-Type").orElse("");
        return sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the same request at another path. */
    public Request at(String other) {
        return other.equals(path) ? this : new Request(method, other, rawQuery, query, headers, body);
    }

    /** Returns the same request with this content. */
    public Request withBody(Body other) {
        return new Request(method, path, rawQuery, query, headers, other);
    }

    /** Whether the method is safe by RFC 9110 §9.2.1 and reads. */
    public boolean reads() {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }
}
