package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Body;
import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.UrlEncoded;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;

/** Reads the heads of requests off the wire into our own words. */
final class Requests {

    /** A thousand ids fit, and the commas between them escaped. */
    private static final int MAX_TARGET = 64 * 1024;

    private Requests() {}

    static Request head(org.eclipse.jetty.server.Request request) throws UnreadableException {
        HttpURI target = request.getHttpURI();
        String path = Objects.requireNonNullElse(target.getPath(), "");
        String query = Objects.requireNonNullElse(target.getQuery(), "");
        if (path.length() + query.length() > MAX_TARGET) {
            throw new UnreadableException(HttpStatus.URI_TOO_LONG_414, "URI Too Long");
        }
        return new Request(
                request.getMethod(), path, query, parameters(query), headers(request.getHeaders()), Body.EMPTY);
    }

    private static Fields parameters(String query) throws UnreadableException {
        try {
            return UrlEncoded.parse(query);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(HttpStatus.BAD_REQUEST_400, "Bad query: " + e.getMessage());
        }
    }

    private static Fields headers(HttpFields fields) {
        Fields headers = Fields.headers();
        for (HttpField field : fields) {
            headers.add(field.getName(), Objects.requireNonNullElse(field.getValue(), ""));
        }
        return headers;
    }
}
