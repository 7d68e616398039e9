package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.internal.init.sample.Shape;
import dev.sandbank.internal.model.operation.Components;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recognises the parameters of a list that narrow it: those that are called like a member of its entries, or bound one. */
final class FilterParameters {

    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean");

    private FilterParameters() {}

    /**
     * @param parameters the parameters of the list, as a dialect writes them
     * @param taken those that have another meaning
     * @param entry an entry of the list
     */
    static ArrayNode of(JsonNode parameters, Collection<String> taken, JsonNode entry, Components components) {
        ArrayNode filters = JsonNodeFactory.instance.arrayNode();
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asText();
            Shape shape = Shape.of(components, parameter.path("schema"));
            boolean list = shape.type().equals("array");
            String type = list ? Shape.of(components, shape.items()).type() : shape.type();
            boolean usable = parameter.path("in").asText().equals("query")
                    && !taken.contains(name)
                    && !shape.keywords().has("default")
                    && Literals.isFact(name)
                    && TYPES.contains(type);
            if (usable) {
                Optional<String> member = member(entry, name);
                if (member.isPresent()) {
                    add(filters, member.get(), list ? "oneOf" : "is", name);
                } else if (!list) {
                    Bound.of(name, shape, entry)
                            .ifPresent(bound -> add(filters, bound.member(), bound.operator(), name));
                }
            }
        }
        return filters;
    }

    private static void add(ArrayNode filters, String member, String operator, String parameter) {
        filters.addObject().put("fact", member).put(operator, "${parameter." + parameter + "}");
    }

    private static Optional<String> member(JsonNode entry, String parameter) {
        String wanted = Words.plain(parameter);
        return entry.properties().stream()
                .filter(member -> member.getValue().isValueNode() && Literals.isFact(member.getKey()))
                .map(Map.Entry::getKey)
                .filter(member -> Words.plain(member).equals(wanted))
                .findFirst();
    }
}
