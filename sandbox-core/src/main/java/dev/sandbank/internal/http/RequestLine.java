package dev.sandbank.internal.http;

import org.eclipse.jetty.server.Request;

/**
 * The method and the raw target of a request, as far as they are known; else empty.
 *
 * @param method the method as it was sent
 * @param target the raw path and query
 */
record RequestLine(String method, String target) {

    private static final RequestLine UNKNOWN = new RequestLine("", "");

    /** Jetty's stand-in for the method of a request line that it could not parse. */
    static final String BAD = "BAD";

    static RequestLine of(Request request) {
        return request.getMethod().equals(BAD)
                ? PortEndPoint.of(request).rejected().orElse(UNKNOWN)
                : new RequestLine(request.getMethod(), request.getHttpURI().getPathQuery());
    }
}
