package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.SandbankException;
import dev.sandbank.internal.control.api.ProblemTypes;
import dev.sandbank.internal.fixture.problem.Problem;
import dev.sandbank.internal.text.BoundedJson;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;

/** Reads the replies of a control API. */
final class RemoteReply {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int FAILED = 500;
    private static final int FULL = 503;

    private RemoteReply() {}

    /**
     * Returns the content of a successful reply.
     *
     * @throws IllegalArgumentException if the sandbox refused the request
     * @throws IllegalStateException if the sandbox has nothing that the request needs
     * @throws SandbankException if the server requires its control token, a fixture is bad, or the sandbox no longer exists
     */
    static String accepted(RemoteApi api, HttpResponse<String> reply) {
        if (reply.statusCode() < 300) {
            return reply.body();
        }
        boolean told = reply.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        JsonNode problem = BoundedJson.find(told ? reply.body() : "{}").orElseThrow();
        if (!ProblemTypes.isOne(problem.path("type").asText())) {
            throw new SandbankException(
                    "no Sandbank with a control API answers at " + api + ": HTTP status " + reply.statusCode(),
                    List.of());
        }
        throw refusal(api, reply.statusCode(), problem);
    }

    private static RuntimeException refusal(RemoteApi api, int status, JsonNode problem) {
        String detail = problem.path("detail").asText();
        if (status == UNAUTHORIZED) {
            return new SandbankException(
                    "the server at " + api + " requires its control token: "
                            + (api.token() == null ? "" : "the one that you sent is wrong; ")
                            + "call controlToken(\"…\"), or set the environment variable " + MadeSandbox.TOKEN,
                    List.of());
        }
        if (problem.has("problems")) {
            return new SandbankException(detail, problems(problem.path("problems")));
        }
        return switch (problem.path("type").asText()) {
            case ProblemTypes.WRONG_STATE -> new IllegalStateException(detail);
            case ProblemTypes.NO_SANDBOX ->
                new SandbankException(
                        "the sandbox no longer exists, because it was closed or its lifetime is over: " + api,
                        List.of());
            default ->
                switch (status) {
                    case FULL -> new IllegalStateException(detail);
                    case FORBIDDEN, FAILED -> new SandbankException(api + ": " + detail, List.of());
                    default -> new IllegalArgumentException(detail);
                };
        };
    }

    private static List<String> problems(JsonNode told) {
        return told.valueStream()
                .map(each -> new Problem(
                        each.path("file").asText(),
                        each.path("line").asInt(),
                        each.path("path").asText(),
                        each.path("message").asText()))
                .map(Problem::toString)
                .toList();
    }

    static SandbankException unreachable(String url, Exception failure) {
        Throwable failed = Objects.requireNonNullElse(failure.getCause(), failure);
        String why = failed instanceof ConnectException ? "nothing listens there" : String.valueOf(failed);
        return new SandbankException("no Sandbank answers at " + url + ": " + why, failed);
    }
}
