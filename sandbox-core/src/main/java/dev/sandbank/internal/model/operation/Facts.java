package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Facts by name, for conditions and templates. */
@FunctionalInterface
public interface Facts {

    /** The name for the current element in the conditions of a {@link Quantifier}. */
    String EACH = "each";

    /** Returns a text, number, truth value, list or JSON node; null if it is not known. */
    @Nullable
    Object get(String name);

    /** Adds an element and its members as {@code each} to other facts. */
    static Facts each(JsonNode element, Facts others) {
        String members = EACH + ".";
        return name -> {
            if (name.equals(EACH)) {
                return at(element, "");
            }
            return name.startsWith(members) ? at(element, name.substring(members.length())) : others.get(name);
        };
    }

    /**
     * Returns the value at a path with dots between its steps; the empty path is the value itself. Null counts as
     * absent.
     */
    static @Nullable JsonNode at(JsonNode from, String path) {
        JsonNode found = from;
        if (!path.isEmpty()) {
            for (String step : path.split("\\.", -1)) {
                found = found.path(step);
            }
        }
        return found.isMissingNode() || found.isNull() ? null : found;
    }
}
