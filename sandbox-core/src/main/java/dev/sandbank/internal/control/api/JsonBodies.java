package dev.sandbank.internal.control.api;

import dev.sandbank.internal.model.Request;
import java.util.Locale;
import java.util.Set;

/** Reads the content of requests: JSON, said to be JSON, and not too large. */
final class JsonBodies {

    private static final String JSON = "application/json";

    private JsonBodies() {}

    /** @throws ProblemException if it cannot be taken */
    static JsonBody read(Request request, Set<String> known) {
        if (request.body().tooLarge()) {
            throw new ProblemException(new ProblemDetails(413, "the content is larger than 1 MiB"));
        }
        requireJson(request);
        if (request.body().isEmpty()) {
            return JsonBody.of(Json.object(), known);
        }
        String text = request.body()
                .utf8()
                .orElseThrow(() -> ProblemException.badRequest("the content is not JSON: it is not UTF-8"));
        return JsonBody.of(Json.read(text), known);
    }

    /**
     * A page of another site can make a browser send anything but this type without asking first (the Fetch standard's
     * simple requests), so an empty form is refused, too.
     */
    private static void requireJson(Request request) {
        boolean said = request.headers().has("Content-Type");
        if (said ? !isJson(request) : !request.body().isEmpty()) {
            throw new ProblemException(new ProblemDetails(415, "the content must be " + JSON));
        }
    }

    private static boolean isJson(Request request) {
        String sent = request.headers().first("Content-Type").orElse("");
        String type = sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals(JSON) && !request.headers().repeats("Content-Type");
    }
}
