package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.control.api.ControlOperation.Content;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.text.BoundedJson;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The members of a request's JSON object. If one is missing or has another type, the message names it. */
record JsonBody(ObjectNode members) {

    /** The media type of RFC 9512. Like JSON's, no form and no simple request can have it. */
    static final String YAML = "application/yaml";

    private static final String JSON = "application/json";

    /**
     * Reads the content of a request: JSON, or YAML if the operation takes it. The content type must say so.
     *
     * @throws ProblemException if the content is too large or not valid
     */
    static JsonBody read(Request request, Content taken) {
        if (request.body().tooLarge()) {
            throw new ProblemException(new ProblemDetails(413, "the content is larger than 1 MiB"));
        }
        if (!taken.yaml().isEmpty() && request.mediaType().equals(YAML)) {
            return new JsonBody(Json.object().put(taken.yaml(), text(request, "YAML")));
        }
        requireJson(request, taken.yaml().isEmpty() ? JSON : JSON + " or " + YAML);
        JsonBody body = new JsonBody(request.body().isEmpty() ? Json.object() : object(read(text(request, "JSON"))));
        return taken.asText()
                ? new JsonBody(Json.object().put(taken.yaml(), body.members().toString()))
                : body.onlyWith(taken.members());
    }

    private static String text(Request request, String format) {
        return request.body()
                .utf8()
                .orElseThrow(() -> ProblemException.badRequest("the content is not " + format + ": it is not UTF-8"));
    }

    /**
     * Requires the content type JSON, even of empty content. A web page of another site cannot send this type unless the server allows it,
     * but it can send forms, also empty ones (the Fetch standard's simple requests).
     */
    private static void requireJson(Request request, String expected) {
        boolean said = request.headers().has("Content-Type");
        if (said ? !request.mediaType().equals(JSON) : !request.body().isEmpty()) {
            throw new ProblemException(new ProblemDetails(415, "the content must be " + expected));
        }
    }

    private static JsonNode read(String text) {
        try {
            JsonNode value = BoundedJson.read(text);
            if (value.isMissingNode()) {
                throw ProblemException.badRequest("the content is not JSON: it is blank");
            }
            return value;
        } catch (JsonProcessingException bad) {
            throw ProblemException.badRequest("the content " + SafeEcho.shortened(BoundedJson.told(bad)));
        }
    }

    private static ObjectNode object(JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            throw ProblemException.badRequest("the content is not a JSON object");
        }
        return object;
    }

    /** @throws ProblemException if the object has another member */
    JsonBody onlyWith(Set<String> known) {
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            String name = member.getKey();
            if (!known.contains(name)) {
                throw ProblemException.badRequest(
                        "there is no member " + SafeEcho.of(name) + " here" + FaultJson.hint(name, known));
            }
        }
        return this;
    }

    /** A member that is an object with any members. */
    JsonBody object(String name) {
        return new JsonBody(object(required(name, JsonNode::isObject, "an object")));
    }

    boolean has(String name) {
        return members.has(name);
    }

    JsonNode any(String name) {
        return required(name, value -> true, "");
    }

    String text(String name) {
        return required(name, JsonNode::isTextual, "a string").textValue();
    }

    Optional<String> findText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    URI uri(String name) {
        try {
            return new URI(text(name));
        } catch (URISyntaxException bad) {
            throw ProblemException.badRequest("the member " + name + " is not a URI");
        }
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        required(name, JsonBody::isListOfTexts, "a list of strings").forEach(each -> texts.add(each.textValue()));
        return texts;
    }

    private static boolean isListOfTexts(JsonNode value) {
        boolean texts = value.isArray();
        for (JsonNode each : value) {
            texts &= each.isTextual();
        }
        return texts;
    }

    /** The texts; empty if there is no such member. */
    List<String> findTexts(String name) {
        return has(name) ? texts(name) : List.of();
    }

    int number(String name) {
        return required(name, value -> value.isIntegralNumber() && value.canConvertToInt(), "an integer of 32 bits")
                .intValue();
    }

    long longNumber(String name) {
        return required(name, value -> value.isIntegralNumber() && value.canConvertToLong(), "an integer of 64 bits")
                .longValue();
    }

    double fraction(String name) {
        return required(name, JsonNode::isNumber, "a number").doubleValue();
    }

    boolean flag(String name) {
        return required(name, JsonNode::isBoolean, "true or false").booleanValue();
    }

    /** Requires that a member is true: to say false, callers leave it out. */
    void requireTrue(String name) {
        required(name, value -> value.isBoolean() && value.booleanValue(), "true (leave it out for false)");
    }

    Duration duration(String name) {
        return Json.duration(name, text(name));
    }

    Instant instant(String name) {
        return Json.instant(name, text(name));
    }

    /** The name of the one member that the object has; it must have exactly one of them. */
    String onlyOneOf(Set<String> names) {
        Set<String> found = new TreeSet<>(names);
        found.removeIf(name -> !has(name));
        if (found.size() != 1) {
            String what = found.isEmpty() ? "none" : String.join(" and ", found);
            throw ProblemException.badRequest(
                    "expected exactly one of " + String.join(", ", new TreeSet<>(names)) + ", found " + what);
        }
        return found.iterator().next();
    }

    /** Returns a member if it fits. The message does not show what was found instead, because it may be a secret. */
    private JsonNode required(String name, Predicate<JsonNode> fits, String expected) {
        JsonNode value = members.get(name);
        if (value == null) {
            throw ProblemException.badRequest("the member " + name + " is missing");
        }
        if (!fits.test(value)) {
            throw ProblemException.badRequest("the member " + name + " is not " + expected);
        }
        return value;
    }
}
