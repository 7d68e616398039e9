package dev.sandbank.internal.explain.page;

import dev.sandbank.internal.explain.AccessMatrix;
import dev.sandbank.internal.explain.AccessMatrix.Block;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.Cell;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Formats a matrix as Markdown: a table of callers, then a table for each operation. */
public final class MatrixMarkdown {

    private static final String SPECIAL = "\\`*_[]<>|~&";

    private final StringBuilder text = new StringBuilder();

    private MatrixMarkdown() {}

    public static String of(AccessMatrix matrix) {
        MatrixMarkdown markdown = new MatrixMarkdown();
        markdown.line("# Who may do what at " + escaped(matrix.bank()));
        markdown.line("");
        markdown.line("From " + escaped(matrix.world())
                + ". Each cell is a real call: ✓ allowed, or ✗ and the reason why it is refused.");
        matrix.notes().forEach(note -> {
            markdown.line("");
            markdown.line("Note: " + escaped(note) + ".");
        });
        markdown.callers(matrix.callers());
        matrix.blocks().forEach(block -> markdown.block(block, matrix.callers()));
        return markdown.text.toString();
    }

    private void callers(List<Caller> callers) {
        head("Who calls");
        row(List.of("Caller", "Name", "State", "How", "Scopes"));
        row(List.of("---", "---", "---", "---", "---"));
        callers.forEach(caller -> row(List.of(
                escaped(caller.label()),
                escaped(caller.name()),
                escaped(caller.state()),
                escaped(caller.through()),
                escaped(caller.scopes().toString()))));
    }

    private void block(Block block, List<Caller> callers) {
        head(escaped(block.operation().id()));
        line(escaped(block.operation().method() + " " + block.operation().path()));
        line("");
        block.warning().ifPresent(warning -> {
            line("**" + escaped(warning) + ".**");
            line("");
        });
        if (!block.events().isEmpty()) {
            line("Events: " + escaped(String.join(", ", block.events())));
            line("");
        }
        row(prepend(
                "Resource",
                callers.stream().map(caller -> escaped(caller.label())).toList()));
        row(prepend("---", callers.stream().map(caller -> "---").toList()));
        block.lines()
                .forEach(line -> row(prepend(
                        escaped(line.resource()),
                        IntStream.range(0, callers.size())
                                .mapToObj(i -> word(line.cells().get(i)))
                                .toList())));
    }

    private static String word(Cell cell) {
        return (cell.allowed() ? "✓ " : "✗ ") + escaped(cell.word());
    }

    private static List<String> prepend(String first, List<String> rest) {
        return IntStream.rangeClosed(0, rest.size())
                .mapToObj(i -> i == 0 ? first : rest.get(i - 1))
                .toList();
    }

    private void head(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void row(List<String> cells) {
        line(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** Escapes markup, and keeps a text on its line. */
    static String escaped(String value) {
        StringBuilder safe = new StringBuilder();
        value.codePoints().forEach(character -> {
            if (Character.isISOControl(character)) {
                safe.append(' ');
            } else {
                safe.append(SPECIAL.indexOf(character) < 0 ? "" : "\\").appendCodePoint(character);
            }
        });
        return safe.toString();
    }
}
