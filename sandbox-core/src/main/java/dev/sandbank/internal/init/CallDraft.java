package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.fixture.openapi.Inventory.Item;
import dev.sandbank.internal.init.sample.Samples;
import java.util.List;
import java.util.stream.Collectors;

/** Adds what a good call of an operation sends: {@code explain} and {@code matrix} send it too. */
final class CallDraft {

    private final Item item;
    private final Samples requests;

    CallDraft(Item item, Samples requests) {
        this.item = item;
        this.requests = requests;
    }

    void write(ObjectNode made) {
        ObjectNode examples = Samples.object();
        for (JsonNode parameter : item.request().path("parameters")) {
            boolean chosen = parameter.path("in").asText().equals("path")
                    && requests.shape(parameter.path("schema")).keywords().has("enum");
            boolean needed = !parameter.path("in").asText().equals("path")
                    && parameter.path("required").asBoolean();
            if (needed || chosen) {
                requests.of(parameter.path("schema"))
                        .ifPresent(value -> examples.put(parameter.path("name").asText(), text(value)));
            }
        }
        if (!examples.isEmpty()) {
            made.withObjectProperty("examples").setAll(examples);
        }
        JsonNode body = item.request().path("body");
        JsonNode schema = body.path("schema");
        JsonNode said = body.path("example");
        if (!body.isMissingNode() && (said.isMissingNode() || !requests.isValid(schema, said))) {
            requests.of(schema, said.isMissingNode() ? List.of() : List.of(said))
                    .ifPresent(sample -> made.putObject("body").set("example", sample));
        }
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(","))
                : value.isObject() ? value.toString() : value.asText();
    }
}
