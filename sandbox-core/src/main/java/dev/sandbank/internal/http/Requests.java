package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.UrlEncoded;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Objects;

/** Reads requests off the wire into our own words. */
final class Requests {

    /** A thousand ids fit, and the commas between them escaped. */
    private static final int MAX_TARGET = 64 * 1024;

    private Requests() {}

    static Request read(HttpServletRequest request) throws UnreadableException {
        String path = request.getRequestURI();
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        if (path.length() + query.length() > MAX_TARGET) {
            throw new UnreadableException(HttpServletResponse.SC_REQUEST_URI_TOO_LONG, "URI Too Long");
        }
        return new Request(request.getMethod(), path, query, parameters(query), headers(request), Bodies.read(request));
    }

    private static Fields parameters(String query) throws UnreadableException {
        try {
            return UrlEncoded.parse(query);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(HttpServletResponse.SC_BAD_REQUEST, "Bad query: " + e.getMessage());
        }
    }

    private static Fields headers(HttpServletRequest request) {
        Fields headers = Fields.headers();
        for (String name : Collections.list(request.getHeaderNames())) {
            for (String value : Collections.list(request.getHeaders(name))) {
                headers.add(name, value);
            }
        }
        return headers;
    }
}
