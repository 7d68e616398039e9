package dev.sandbank.internal.cli;

import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.fixture.problem.Problem;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: tells all that is wrong with fixtures and dialects, and nothing else. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks fixtures and dialects.",
            "Prints each problem as file:line: path: message, and nothing if all is well.",
            "With --replies, makes every call of the matrix of good fixtures and tells of replies that are not as described.",
            "With --openapi, tells in what the bank of each file differs from a description."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is well", "1:there are problems", "2:the command line is wrong"})
final class Check implements Callable<Integer> {

    private final PrintStream out;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "A fixture or dialect, in YAML or JSON.")
    private List<String> files = List.of();

    @Option(names = "--replies", description = "Hold the replies of each fixture's bank to its description in OpenAPI.")
    private boolean replies;

    @Option(names = "--openapi", paramLabel = "FILE", description = "Compare with this description in OpenAPI.")
    private @Nullable String description;

    Check(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        List<String> problems = files.stream().flatMap(this::problems).toList();
        problems.forEach(problem -> out.println(TerminalText.of(problem)));
        return problems.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Stream<String> problems(String file) {
        List<Problem> problems = new ArrayList<>(Library.ofProcess().fixtures().check(file));
        if (problems.isEmpty() && description != null) {
            problems.addAll(Library.ofProcess().fixtures().compare(file, description));
        }
        Stream<String> told = problems.stream().map(Problem::toString);
        return replies && problems.isEmpty() ? RepliesCheck.of(file).stream() : told;
    }
}
