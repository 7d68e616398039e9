package dev.sandbank.internal.cli;

import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.fixture.Checked;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** {@code check}: tells all that is wrong with fixtures and dialects, and nothing else. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks fixtures and dialects.",
            "Prints each problem as file:line: path: message, and nothing if all is well.",
            "Lines that begin with \"note: \" tell what may be meant otherwise, though it is not wrong."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is well", "1:there are problems", "2:the command line is wrong"})
final class Check implements Callable<Integer> {

    private final PrintStream out;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "A fixture or dialect, in YAML or JSON.")
    private List<String> files = List.of();

    Check(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        List<Checked> all =
                files.stream().map(Library.ofProcess().fixtures()::checked).toList();
        for (Checked file : all) {
            file.problems().forEach(problem -> out.println(TerminalText.of(problem.toString())));
            file.notes().forEach(note -> out.println("note: " + TerminalText.of(note)));
        }
        return all.stream().allMatch(file -> file.problems().isEmpty()) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
