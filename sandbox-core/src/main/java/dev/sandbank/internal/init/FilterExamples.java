package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lets a good call of a list ask for an entry that is there, where it has to say which ones it wants. */
final class FilterExamples {

    private static final Pattern PARAMETER = Pattern.compile("\\$\\{parameter\\.([A-Za-z0-9_-]+)}");
    private static final Set<String> FITTING = Set.of("is", "oneOf", "from", "to");
    private static final int DAY = 10;

    private final ApiOperation operation;
    private final Samples requests;

    FilterExamples(ApiOperation operation, Samples requests) {
        this.operation = operation;
        this.requests = requests;
    }

    /**
     * @param made the operation as a dialect writes it, with examples of the parameters that a call has to say
     * @param listed the collection that it lists
     */
    void write(ObjectNode made, CollectionDraft listed) {
        ObjectNode first = listed.first();
        for (JsonNode filter : made.path("work").path("list").path("filters")) {
            filter.properties().stream()
                    .filter(operator -> FITTING.contains(operator.getKey()))
                    .forEach(operator -> {
                        Matcher parameter =
                                PARAMETER.matcher(operator.getValue().asText());
                        JsonNode value = first.path(filter.path("fact").asText());
                        if (parameter.matches() && made.path("examples").has(parameter.group(1))) {
                            said(parameter.group(1), value)
                                    .ifPresent(text ->
                                            made.withObjectProperty("examples").put(parameter.group(1), text));
                        }
                    });
        }
    }

    /** Returns a value as the parameter can say it: a moment perhaps as a day. */
    private Optional<String> said(String parameter, JsonNode value) {
        JsonNode schema = operation
                .parameters()
                .valueStream()
                .filter(each -> each.path("name").asText().equals(parameter))
                .map(each -> each.path("schema"))
                .findFirst()
                .orElse(Samples.object());
        Shape shape = requests.shape(schema);
        JsonNode single = shape.type().equals("array") ? shape.items() : schema;
        String text = value.asText();
        return Stream.of(text, text.length() > DAY ? text.substring(0, DAY) : text)
                .filter(said -> !said.isEmpty() && requests.isValid(single, asSent(single, said)))
                .findFirst();
    }

    private JsonNode asSent(JsonNode schema, String text) {
        boolean number = requests.shape(schema).type().equals("integer") && text.matches("-?[0-9]{1,18}");
        return number ? LongNode.valueOf(Long.parseLong(text)) : TextNode.valueOf(text);
    }
}
