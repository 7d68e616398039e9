package dev.sandbank.internal.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Coverage;
import java.util.List;

/** Writes and reads coverage as JSON. */
public final class CoverageJson {

    private CoverageJson() {}

    public static ObjectNode write(Coverage coverage) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("bank", coverage.bank());
        written.put("fixture", coverage.fixture());
        written.put("covered", coverage.covered());
        written.put("all", coverage.all());
        ArrayNode operations = written.putArray("operations");
        for (Coverage.Operation operation : coverage.operations()) {
            ArrayNode gates = operations.addObject().put("id", operation.id()).putArray("gates");
            operation
                    .gates()
                    .forEach(gate -> gates.addObject()
                            .put("name", gate.name())
                            .put("passed", gate.passed())
                            .put("refused", gate.refused())
                            .put("gap", gate.gap()));
        }
        return written;
    }

    public static Coverage read(JsonNode told) {
        return new Coverage(
                told.path("bank").asText(),
                told.path("fixture").asText(),
                told.path("operations")
                        .valueStream()
                        .map(CoverageJson::operation)
                        .toList());
    }

    private static Coverage.Operation operation(JsonNode told) {
        String id = told.path("id").asText();
        List<Coverage.Gate> gates = told.path("gates")
                .valueStream()
                .map(gate -> Coverage.Gate.of(
                        id,
                        gate.path("name").asText(),
                        gate.path("passed").asLong(),
                        gate.path("refused").asLong()))
                .toList();
        return new Coverage.Operation(id, gates);
    }
}
