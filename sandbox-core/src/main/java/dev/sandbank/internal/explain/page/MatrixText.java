package dev.sandbank.internal.explain.page;

import dev.sandbank.internal.explain.AccessMatrix;
import dev.sandbank.internal.explain.AccessMatrix.Block;
import dev.sandbank.internal.explain.AccessMatrix.Line;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.Cell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** A matrix for a terminal: for each operation and caller, which resources come to what. */
public final class MatrixText {

    private final Wrapped text = new Wrapped();
    private final AccessMatrix matrix;

    private MatrixText(AccessMatrix matrix) {
        this.matrix = matrix;
    }

    public static List<String> of(AccessMatrix matrix) {
        MatrixText text = new MatrixText(matrix);
        text.text.line("Who may do what at " + matrix.bank() + ", from " + matrix.world());
        matrix.notes().forEach(note -> text.text.labelled("note: ", note));
        text.callers();
        matrix.blocks().forEach(text::block);
        return text.text.lines();
    }

    private void callers() {
        text.line("");
        text.line("Callers");
        for (Caller caller : matrix.callers()) {
            String name = caller.name().isEmpty() ? "" : caller.name() + ", ";
            String state = caller.state().isEmpty() ? "" : caller.state() + ", ";
            text.labelled("  " + padded(caller.label()) + "  ", name + state + caller.through());
        }
    }

    private void block(Block block) {
        text.line("");
        text.line(block.operation().id() + "  " + block.operation().method() + " "
                + block.operation().path());
        for (int i = 0; i < matrix.callers().size(); i++) {
            caller(block, i);
        }
    }

    private void caller(Block block, int index) {
        Map<String, StringJoiner> resources = new LinkedHashMap<>();
        for (Line line : block.lines()) {
            Cell cell = line.cells().get(index);
            String verdict = (cell.allowed() ? "✓ " : "✗ ") + cell.word();
            resources.computeIfAbsent(verdict, word -> new StringJoiner(" ")).add(line.resource());
        }
        String label = padded(matrix.callers().get(index).label());
        for (Map.Entry<String, StringJoiner> one : resources.entrySet()) {
            boolean all = resources.size() == 1;
            String which = all && block.lines().size() > 1
                    ? "all " + block.lines().size()
                    : one.getValue().toString();
            text.labelled("  " + label + "  %-15s".formatted(one.getKey()), block.namesResources() ? which : "");
            label = " ".repeat(label.length());
        }
    }

    private String padded(String label) {
        int width = matrix.callers().stream()
                .mapToInt(caller -> caller.label().length())
                .max()
                .orElse(0);
        return label + " ".repeat(width - label.length());
    }
}
