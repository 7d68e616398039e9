package dev.sandbank.internal.cli;

import dev.sandbank.internal.explain.AccessMatrix;
import dev.sandbank.internal.explain.page.MatrixJson;
import dev.sandbank.internal.explain.page.MatrixMarkdown;
import dev.sandbank.internal.explain.page.MatrixPage;
import dev.sandbank.internal.explain.page.MatrixText;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code matrix}: shows what each user and client may do, with each operation and resource. */
@Command(
        name = "matrix",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints who may do what: each user, and each client without a user, with each operation and resource.",
            "Each cell is a real call in a bank without a port: allowed, or the reason why it is refused. Sandbank keeps no trace."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the matrix is written",
            "1:the fixture is not valid, or the file cannot be written",
            "2:the command line is wrong"
        })
final class Matrix implements Callable<Integer> {

    private final PrintStream out;
    private final PrintStream err;

    @Mixin
    private final WorldOptions world = new WorldOptions();

    @Mixin
    private final CellOptions whichCells = new CellOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, markdown, json or html (one self-contained page). Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    @Mixin
    private final OutputOption output = new OutputOption();

    Matrix(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        Format chosen = Format.of(format, List.of(Format.values()));
        return world.visit(err, rehearsal -> write(chosen, document(chosen, whichCells.of(rehearsal, world.name()))));
    }

    private static String document(Format format, AccessMatrix matrix) {
        return switch (format) {
            case TEXT ->
                MatrixText.of(matrix).stream()
                        .map(line -> TerminalText.of(line) + System.lineSeparator())
                        .collect(Collectors.joining());
            case MARKDOWN -> MatrixMarkdown.of(matrix);
            case JSON -> MatrixJson.of(matrix);
            case HTML -> MatrixPage.of(matrix);
        };
    }

    private int write(Format chosen, String document) {
        return output.write(document, err, text -> {
            if (chosen == Format.TEXT) {
                out.print(text);
                out.flush();
            } else {
                JsonFiles.print(out, text);
            }
        });
    }
}
