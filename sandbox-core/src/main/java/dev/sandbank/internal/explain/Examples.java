package dev.sandbank.internal.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.operation.Components;
import dev.sandbank.internal.model.operation.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds example values for parameters: from the schema, or else the first usual value that the schema accepts. */
final class Examples {

    private static final List<String> USUAL = List.of(
            "example",
            "99391c7e-ad88-49ec-a2ad-99ddcb1f7721",
            "1",
            "true",
            "10.00",
            "2031-03-03",
            "2031-03-03T09:00:00Z",
            "Mon, 03 Mar 2031 09:00:00 GMT",
            "EUR",
            "GB",
            "en",
            "127.0.0.1",
            "https://example.test/",
            "person@example.test",
            "+442079460000");

    private final Components components;
    private final BiPredicate<Parameter, String> accepts;

    /**
     * Finds examples for the parameters of one bank.
     *
     * @param accepts whether a parameter may have a value
     */
    Examples(Components components, BiPredicate<Parameter, String> accepts) {
        this.components = components;
        this.accepts = accepts;
    }

    /** Returns the value in its schema: its default, an example, a constant or a choice. */
    Optional<String> told(Parameter parameter) {
        JsonNode schema = components.resolve(parameter.schema());
        return Stream.of(
                        schema.path("default"),
                        schema.path("examples").path(0),
                        schema.path("const"),
                        schema.path("enum").path(0))
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .map(value -> text(parameter, value));
    }

    Optional<String> of(Parameter parameter) {
        return told(parameter)
                .or(() -> USUAL.stream()
                        .filter(value -> accepts.test(parameter, value))
                        .findFirst());
    }

    /** Returns it as one text; of a list whose elements are sent one by one, the first. */
    private static String text(Parameter parameter, JsonNode value) {
        return value.isArray()
                ? value.valueStream()
                        .limit(parameter.repeats() ? 1 : value.size())
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(parameter.separator()))
                : value.isObject() ? value.toString() : value.asText();
    }
}
