package dev.sandbank.internal.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Parameter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A value that a parameter may have, if its schema tells one: its default, an example, a constant or a choice. */
final class Examples {

    private Examples() {}

    static Optional<String> of(Parameter parameter) {
        JsonNode schema = parameter.schema();
        return Stream.of(
                        schema.path("default"),
                        schema.path("examples").path(0),
                        schema.path("const"),
                        schema.path("enum").path(0))
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .map(value -> text(value, parameter.list() == null ? "," : parameter.list()));
    }

    private static String text(JsonNode value, String separator) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(separator))
                : value.asText();
    }
}
