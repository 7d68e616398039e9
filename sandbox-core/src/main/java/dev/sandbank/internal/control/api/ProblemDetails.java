package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.internal.fixture.problem.Problem;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.StatusPhrases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says why a request to the control API failed (RFC 9457).
 *
 * @param type one of {@link ProblemTypes}, if clients must distinguish it
 * @param status the HTTP status
 * @param detail one sentence about this request
 * @param headers further header fields of the reply
 * @param problems the problems of a fixture, one by one
 */
record ProblemDetails(String type, int status, String detail, Map<String, String> headers, List<Problem> problems) {

    ProblemDetails {
        headers = Map.copyOf(headers);
        problems = List.copyOf(problems);
    }

    ProblemDetails(int status, String detail, Map<String, String> headers) {
        this(ProblemTypes.ANY, status, detail, headers, List.of());
    }

    ProblemDetails(int status, String detail) {
        this(status, detail, Map.of());
    }

    ProblemDetails(String type, int status, String detail) {
        this(type, status, detail, Map.of(), List.of());
    }

    /** Lists the problems of a fixture. */
    ProblemDetails(int status, FixtureException bad) {
        this(ProblemTypes.ANY, status, SafeEcho.sentence(String.valueOf(bad.getMessage())), Map.of(), bad.problems());
    }

    Reply reply() {
        ObjectNode body = Json.object();
        body.put("type", type);
        body.put("title", StatusPhrases.of(status));
        body.put("status", status);
        body.put("detail", detail);
        if (!problems.isEmpty()) {
            ArrayNode list = body.putArray("problems");
            problems.forEach(problem -> list.addObject()
                    .put("file", problem.file())
                    .put("line", problem.line())
                    .put("path", SafeEcho.sentence(problem.path()))
                    .put("message", SafeEcho.sentence(problem.message())));
        }
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/problem+json");
        return new Reply(status, all, Json.write(body));
    }
}
