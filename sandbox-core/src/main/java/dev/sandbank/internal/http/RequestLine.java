package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Body;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.RequestDefect;
import dev.sandbank.internal.text.Fields;

/**
 * The method and the raw target of a request; empty if they are not known.
 *
 * @param method the method as it was sent
 * @param target the raw path and query
 */
record RequestLine(String method, String target) {

    private static final RequestLine UNKNOWN = new RequestLine("", "");

    /** The method that Jetty uses for a request line that it could not parse. */
    static final String BAD = "BAD";

    /** An unreadable request, of which no more is known. */
    Request unreadable(RequestDefect why) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        return new Request(method, path, query, Fields.parameters(), Fields.headers(), Body.unreadable(why));
    }

    static RequestLine of(org.eclipse.jetty.server.Request request) {
        return request.getMethod().equals(BAD)
                ? PortEndPoint.of(request).rejected().orElse(UNKNOWN)
                : new RequestLine(request.getMethod(), request.getHttpURI().getPathQuery());
    }
}
