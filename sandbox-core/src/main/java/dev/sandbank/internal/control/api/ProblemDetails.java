package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.fault.ErrorStatus;
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

    ProblemDetails {
        headers = Map.copyOf(headers);
    }

    ProblemDetails(int status, String detail) {
        this(status, detail, Map.of());
    }

    Reply reply() {
        ObjectNode body = Json.object();
        body.put("type", "about:blank");
        body.put("title", ErrorStatus.phrase(status));
        body.put("status", status);
        body.put("detail", detail);
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/problem+json");
        return new Reply(status, all, Json.write(body));
    }
}
