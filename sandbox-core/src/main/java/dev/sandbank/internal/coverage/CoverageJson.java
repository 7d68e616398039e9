package dev.sandbank.internal.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Coverage;
import dev.sandbank.Coverage.Grant;
import dev.sandbank.internal.coverage.CoverageOfTests.Cell;
import dev.sandbank.internal.coverage.GrantsOfTests.Held;
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
        ArrayNode grants = written.putArray("grants");
        coverage.grants()
                .forEach(grant -> grants.addObject()
                        .put("environment", grant.environment())
                        .put("holder", grant.holder())
                        .put("name", grant.name())
                        .put("kind", grant.kind())
                        .put("resource", grant.resource())
                        .put("asked", grant.asked())
                        .put("needed", grant.needed()));
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
            ObjectNode one = tests.addObject().put("test", test);
            ArrayNode gates = one.putArray("gates");
            counts.forEach((cell, count) -> gates.addArray()
                    .add(cell.bank())
                    .add(cell.fixture())
                    .add(cell.operation())
                    .add(cell.gate())
                    .add(count.passed())
                    .add(count.refused()));
            ArrayNode grants = one.putArray("grants");
            all.grants()
                    .ofTest(test)
                    .forEach((held, needed) -> grants.addArray()
                            .add(held.bank())
                            .add(held.fixture())
                            .add(held.grant().environment())
                            .add(held.grant().holder())
                            .add(held.grant().name())
                            .add(held.grant().kind())
                            .add(held.grant().resource())
                            .add(needed));
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
            coverage.grants().forEach(grant -> all.grants().add(new Held(coverage, grant)));
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
            for (JsonNode grant : test.path("grants")) {
                all.grants()
                        .add(
                                test.path("test").asText(),
                                held(grant),
                                grant.path(7).asLong());
            }
        }
        return all;
    }

    private static Held held(JsonNode told) {
        Grant grant = new Grant(
                told.path(2).asText(),
                told.path(3).asText(),
                told.path(4).asText(),
                told.path(5).asText(),
                told.path(6).asText(),
                true,
                0);
        return new Held(told.path(0).asText(), told.path(1).asText(), grant);
    }

    public static Coverage read(JsonNode told) {
        return new Coverage(
                told.path("bank").asText(),
                told.path("fixture").asText(),
                told.path("operations")
                        .valueStream()
                        .map(CoverageJson::operation)
                        .toList(),
                told.path("grants").valueStream().map(CoverageJson::grant).toList());
    }

    private static Grant grant(JsonNode told) {
        return new Grant(
                told.path("environment").asText(),
                told.path("holder").asText(),
                told.path("name").asText(),
                told.path("kind").asText(),
                told.path("resource").asText(),
                told.path("asked").asBoolean(),
                told.path("needed").asLong());
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
