package dev.sandbank.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The input of a call, read and checked: parameters with their JSON types, and the body.
 *
 * @param parameters by name; defaults filled in, absent ones absent
 * @param body the JSON content, or a {@link MissingNode}
 */
public record Input(Map<String, JsonNode> parameters, JsonNode body) {

    /** Returns the input of a call that has not been read yet. */
    public static Input none() {
        return new Input(Map.of(), MissingNode.getInstance());
    }

    public boolean has(String name) {
        return parameters.containsKey(name);
    }

    public JsonNode get(String name) {
        return parameters.getOrDefault(name, MissingNode.getInstance());
    }

    /** Returns a parameter or, behind a dot, a member of a parameter that is an object. */
    public JsonNode at(String path) {
        int dot = path.indexOf('.');
        boolean whole = dot < 0 || parameters.containsKey(path);
        return whole
                ? get(path)
                : get(path.substring(0, dot)).at("/" + path.substring(dot + 1).replace('.', '/'));
    }

    public Optional<String> text(String name) {
        return has(name) ? Optional.of(get(name).asText()) : Optional.empty();
    }

    /** Returns the elements of a list parameter; empty if it is absent. */
    public List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        get(name).forEach(element -> all.add(element.asText()));
        return all;
    }

    public int number(String name) {
        return get(name).asInt();
    }
}
