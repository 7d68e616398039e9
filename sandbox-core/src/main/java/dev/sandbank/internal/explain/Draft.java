package dev.sandbank.internal.explain;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.model.Parameter;
import dev.sandbank.internal.model.ResourceRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A call that is being written: it begins with what the dialect gives as examples. */
final class Draft {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    private final Operation operation;
    private final Map<String, String> values = new LinkedHashMap<>();
    private @Nullable JsonNode body;
    private String resource = "";

    Draft(Operation operation, @Nullable JsonNode content, Examples examples) {
        this.operation = operation;
        this.body = content != null ? content : example(operation);
        for (Parameter parameter : operation.parameters()) {
            if (parameter.required() || parameter.in().equals("path")) {
                Optional<String> value = isId(parameter) ? Examples.told(parameter) : examples.of(parameter);
                value.ifPresent(example -> values.put(parameter.name(), example));
            }
        }
        values.putAll(operation.examples());
    }

    /** Whether it names a resource, of which there may be some. */
    private boolean isId(Parameter parameter) {
        return operation.resources().stream()
                .anyMatch(rule ->
                        rule.name().equals(parameter.name()) && rule.in().equals(parameter.in()));
    }

    /** Content that is missing is an empty object: the bank then tells what it lacks. */
    private static @Nullable JsonNode example(Operation operation) {
        Operation.Content content = operation.body();
        if (content == null) {
            return null;
        }
        return content.example() == null
                ? JsonNodeFactory.instance.objectNode()
                : content.example().deepCopy();
    }

    Operation operation() {
        return operation;
    }

    Draft with(Map<String, String> parameters) {
        values.putAll(parameters);
        return this;
    }

    /** Whether the call is incomplete unless it names such a resource. */
    boolean needs(ResourceRule rule) {
        return switch (rule.in()) {
            case "path" -> true;
            case "body" -> body != null && !body.at(rule.name()).isMissingNode();
            case "subject" -> false;
            default -> isRequired(rule.name());
        };
    }

    /** Whether it names a resource by now. */
    boolean names(ResourceRule rule) {
        return rule.in().equals("body") || rule.in().equals("subject") || values.containsKey(rule.name());
    }

    /** The resource that a parameter names by now. */
    Optional<String> named(ResourceRule rule) {
        return rule.in().equals("body") || rule.in().equals("subject")
                ? Optional.empty()
                : Optional.ofNullable(values.get(rule.name()));
    }

    Draft name(ResourceRule rule, String id) {
        if (rule.in().equals("body")) {
            write(JsonPointer.compile(rule.name()), id);
        } else {
            values.put(rule.name(), id);
        }
        return this;
    }

    private void write(JsonPointer place, String id) {
        if (body != null && body.at(place.head()) instanceof ObjectNode object) {
            String member = place.last().getMatchingProperty();
            if (object.path(member).isArray()) {
                object.putArray(member).add(id);
            } else {
                object.put(member, id);
            }
        }
    }

    Draft labelled(String label) {
        this.resource = label;
        return this;
    }

    private boolean isRequired(String name) {
        return operation.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(name) && parameter.required());
    }

    /** What stands in the path, from left to right. */
    List<String> pathValues() {
        return PLACE.matcher(operation.path())
                .results()
                .map(place -> values.getOrDefault(place.group(1), "unknown"))
                .toList();
    }

    Ask at(String path) {
        return new Ask(operation, resource, path, in("query"), in("header"), body == null ? "" : body.toString());
    }

    private Map<String, String> in(String place) {
        Map<String, String> some = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in().equals(place) && values.containsKey(parameter.name())) {
                some.put(parameter.name(), values.getOrDefault(parameter.name(), ""));
            }
        }
        return some;
    }
}
