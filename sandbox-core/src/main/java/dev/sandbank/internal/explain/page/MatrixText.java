package dev.sandbank.internal.explain.page;

import dev.sandbank.internal.explain.AccessMatrix;
import dev.sandbank.internal.explain.AccessMatrix.Block;
import dev.sandbank.internal.explain.AccessMatrix.Line;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Formats a matrix for a terminal: for each operation and caller, the results and their resources. */
public final class MatrixText {

    /** Up to this number, resources are always named. */
    private static final int FEW = 8;

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
        block.warning().ifPresent(warning -> text.labelled("  warning: ", warning));
        if (!block.events().isEmpty()) {
            text.labelled("  events: ", String.join(", ", block.events()));
        }
        int width = block.lines().stream()
                .flatMap(line -> line.cells().stream())
                .mapToInt(cell -> verdict(cell).length())
                .max()
                .orElse(0);
        for (int i = 0; i < matrix.callers().size(); i++) {
            caller(block, i, width);
        }
    }

    private static String verdict(Cell cell) {
        return (cell.allowed() ? "✓ " : "✗ ") + cell.word();
    }

    private void caller(Block block, int index, int width) {
        Map<String, List<String>> resources = new LinkedHashMap<>();
        for (Line line : block.lines()) {
            Cell cell = line.cells().get(index);
            resources.computeIfAbsent(verdict(cell), word -> new ArrayList<>()).add(line.resource());
        }
        String label = padded(matrix.callers().get(index).label());
        for (String verdict : fewestFirst(resources)) {
            List<String> these = resources.getOrDefault(verdict, List.of());
            String which = block.lines().size() == 1
                    ? these.get(0)
                    : which(these, block.lines().size());
            text.labelled("  " + label + "  " + padded(verdict, width) + "  ", block.namesResources() ? which : "");
            label = " ".repeat(label.length());
        }
    }

    private static List<String> fewestFirst(Map<String, List<String>> resources) {
        return resources.keySet().stream()
                .sorted(Comparator.comparing(
                        verdict -> resources.getOrDefault(verdict, List.of()).size()))
                .toList();
    }

    /** Names the resources; if they are many, and most of all, gives their number instead. */
    private static String which(List<String> these, int all) {
        if (these.size() == all) {
            return "all " + all;
        }
        boolean most = these.size() > FEW && these.size() * 2 > all;
        return most ? "the other " + these.size() : String.join(" ", these);
    }

    private String padded(String label) {
        int width = matrix.callers().stream()
                .mapToInt(caller -> caller.label().length())
                .max()
                .orElse(0);
        return padded(label, width);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
