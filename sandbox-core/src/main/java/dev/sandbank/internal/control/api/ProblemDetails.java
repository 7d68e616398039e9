package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a request to the control API comes to nothing, as RFC 9457 tells it.
 *
 * @param status the HTTP status
 * @param detail one sentence about this very request
 * @param headers further header fields of the reply
 */
record ProblemDetails(int status, String detail, Map<String, String> headers) {

    /** Names of statuses (RFC 9110 §15), which are the titles of problems without a type of their own. */
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(408, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(414, "URI Too Long"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(505, "HTTP Version Not Supported"));

    ProblemDetails {
        headers = Map.copyOf(headers);
    }

    ProblemDetails(int status, String detail) {
        this(status, detail, Map.of());
    }

    Reply reply() {
        ObjectNode body = Json.object();
        body.put("type", "about:blank");
        body.put("title", TITLES.getOrDefault(status, "HTTP status " + status));
        body.put("status", status);
        body.put("detail", detail);
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/problem+json");
        return new Reply(status, all, Json.write(body));
    }
}
