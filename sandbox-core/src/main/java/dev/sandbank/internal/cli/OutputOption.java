package dev.sandbank.internal.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The option for the file to which a document is written. */
final class OutputOption {

    @Option(
            names = {"--output", "--out"},
            paramLabel = "FILE",
            description = "Where to write it. Default: standard output.")
    private @Nullable Path output;

    /** Writes a document to the file, or prints it. */
    int write(String document, PrintStream err, Consumer<String> print) {
        if (output == null) {
            print.accept(document);
            return ExitCode.OK;
        }
        try {
            Files.writeString(output, document);
            return ExitCode.OK;
        } catch (IOException failed) {
            err.println("sandbank: cannot write " + TerminalText.of(output + ": " + failed));
            return ExitCode.SOFTWARE;
        }
    }
}
