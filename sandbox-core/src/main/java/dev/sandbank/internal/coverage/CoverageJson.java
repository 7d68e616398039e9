package dev.sandbank.internal.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Coverage;
import dev.sandbank.internal.coverage.CoverageOfTests.Cell;
import dev.sandbank.internal.journal.GateCounts.Count;
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

    /** Writes what tests covered: together, for each bank and fixture, and one by one. */
    public static ObjectNode write(CoverageOfTests all) {
        List<Coverage> together = all.banks();
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("covered", together.stream().mapToInt(Coverage::covered).sum());
        written.put("all", together.stream().mapToInt(Coverage::all).sum());
        ArrayNode banks = written.putArray("banks");
        together.forEach(coverage -> banks.add(write(coverage)));
        ArrayNode tests = written.putArray("tests");
        all.tests().forEach((test, counts) -> {
            ArrayNode gates = tests.addObject().put("test", test).putArray("gates");
            counts.forEach((cell, count) -> gates.addArray()
                    .add(cell.bank())
                    .add(cell.fixture())
                    .add(cell.operation())
                    .add(cell.gate())
                    .add(count.passed())
                    .add(count.refused()));
        });
        return written;
    }

    public static CoverageOfTests readTests(JsonNode told) {
        CoverageOfTests all = new CoverageOfTests();
        for (JsonNode bank : told.path("banks")) {
            Coverage coverage = read(bank);
            coverage.operations()
                    .forEach(operation -> operation
                            .gates()
                            .forEach(gate -> all.add(
                                    new Cell(coverage.bank(), coverage.fixture(), operation.id(), gate.name()))));
        }
        for (JsonNode test : told.path("tests")) {
            for (JsonNode gate : test.path("gates")) {
                Cell cell = new Cell(
                        gate.path(0).asText(),
                        gate.path(1).asText(),
                        gate.path(2).asText(),
                        gate.path(3).asText());
                Count count = new Count(gate.path(4).asLong(), gate.path(5).asLong());
                all.add(test.path("test").asText(), cell, count);
            }
        }
        return all;
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
                .map(gate -> new Coverage.Gate(
                        id,
                        gate.path("name").asText(),
                        gate.path("passed").asLong(),
                        gate.path("refused").asLong()))
                .toList();
        return new Coverage.Operation(id, gates);
    }
}
