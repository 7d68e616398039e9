package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The members of the JSON object that a request carries; each that is missing or of another type is told by name. */
record JsonBody(ObjectNode members) {

    /** @throws ProblemException if it is no object, or has a member that the operation does not know */
    static JsonBody of(JsonNode value, Set<String> known) {
        if (!(value instanceof ObjectNode object)) {
            throw ProblemException.badRequest("the content is not a JSON object");
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = member.getKey();
            if (!known.contains(name)) {
                String hint = known.isEmpty() ? "; none is expected" : DidYouMean.hint(name, known);
                throw ProblemException.badRequest("there is no member " + SafeEcho.of(name) + " here" + hint);
            }
        }
        return new JsonBody(object);
    }

    boolean has(String name) {
        return members.has(name);
    }

    String text(String name) {
        return required(name, JsonNode::isTextual, "a string").textValue();
    }

    Optional<String> findText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
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

    /** The texts; none if there is no such member. */
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

    /** A member that says all by being there. */
    void requireTrue(String name) {
        required(name, value -> value.isBoolean() && value.booleanValue(), "true, or left out");
    }

    Duration duration(String name) {
        return TextValues.duration(name, text(name));
    }

    Instant instant(String name) {
        return TextValues.instant(name, text(name));
    }

    /** The only one of these members that is there. */
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

    /** Does not tell what was found instead: it may be a secret. */
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
