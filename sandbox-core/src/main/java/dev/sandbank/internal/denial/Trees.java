package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and sets nested members of a tree, by their path of names. */
final class Trees {

    private Trees() {}

    /** Returns the value there; null if there is none. */
    static @Nullable JsonNode get(JsonNode from, List<String> steps) {
        JsonNode found = from;
        for (String step : steps) {
            found = found.path(step);
        }
        return found.isMissingNode() || found.isNull() ? null : found;
    }

    /** Sets the value there, or removes it if the new value is missing. */
    static void set(ObjectNode in, List<String> steps, JsonNode value) {
        ObjectNode place = in;
        for (String step : steps.subList(0, steps.size() - 1)) {
            place = place.path(step) instanceof ObjectNode inner ? inner : place.putObject(step);
        }
        String last = steps.get(steps.size() - 1);
        if (value.isMissingNode()) {
            place.remove(last);
        } else {
            place.set(last, value);
        }
    }
}
