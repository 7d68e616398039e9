package dev.sandbank.internal.explain.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.explain.AccessMatrix;
import dev.sandbank.internal.explain.AccessMatrix.Block;
import dev.sandbank.internal.explain.AccessMatrix.Line;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.Cell;

/** Formats a matrix for programs: one object for each cell. */
public final class MatrixJson {

    private MatrixJson() {}

    public static String of(AccessMatrix matrix) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("bank", matrix.bank());
        all.put("fixture", matrix.world());
        ArrayNode callers = all.putArray("callers");
        matrix.callers().forEach(caller -> callers.add(ExplanationJson.caller(caller)));
        ArrayNode cells = all.putArray("cells");
        for (Block block : matrix.blocks()) {
            block.lines().forEach(line -> add(cells, matrix, line));
        }
        ArrayNode notes = all.putArray("notes");
        matrix.notes().forEach(notes::add);
        ArrayNode warnings = all.putArray("warnings");
        for (Block block : matrix.blocks()) {
            block.warning()
                    .ifPresent(warning -> warnings.addObject()
                            .put("operation", block.operation().id())
                            .put("warning", warning));
        }
        ArrayNode events = all.putArray("events");
        matrix.blocks().stream().filter(block -> !block.events().isEmpty()).forEach(block -> {
            ArrayNode types =
                    events.addObject().put("operation", block.operation().id()).putArray("events");
            block.events().forEach(types::add);
        });
        return CallText.pretty(all) + "\n";
    }

    private static void add(ArrayNode cells, AccessMatrix matrix, Line line) {
        String resource = line.call().label().isEmpty() ? null : line.call().label();
        for (int i = 0; i < line.cells().size(); i++) {
            Caller caller = matrix.callers().get(i);
            Cell cell = line.cells().get(i);
            cells.addObject()
                    .put("user", caller.userId().orElse(null))
                    .put("client", caller.client().id())
                    .put("operation", line.call().operation().id())
                    .put("resource", resource)
                    .put("allowed", cell.allowed())
                    .put("gate", cell.allowed() ? null : cell.gate())
                    .put("refusal", cell.allowed() ? null : cell.refusal())
                    .put("status", cell.status())
                    .put("saw", cell.saw());
        }
    }
}
