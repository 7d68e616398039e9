package dev.sandbank.internal.cli;

import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.fixture.Checked;
import dev.sandbank.internal.fixture.problem.Problem;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: reports all problems of fixtures and dialects. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks fixtures and dialects.",
            "Prints each problem as file:line: path: message, and nothing if there is none.",
            "With --replies, makes every call of the matrix of each valid fixture and reports replies that do not match the description.",
            "With --openapi, reports where the bank of each file differs from an OpenAPI description.",
            "Lines that begin with \"note: \" point out what is valid but may not be what you meant."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:there are no problems", "1:there are problems", "2:the command line is wrong"})
final class Check implements Callable<Integer> {

    private final PrintStream out;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "A fixture or dialect, in YAML or JSON.")
    private List<String> files = List.of();

    @Option(
            names = "--replies",
            description = "Check the replies of each fixture's bank against its OpenAPI description.")
    private boolean replies;

    @Option(names = "--openapi", paramLabel = "FILE", description = "Compare with this OpenAPI description.")
    private @Nullable String description;

    Check(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        boolean good = true;
        for (String file : files) {
            Checked checked = Library.ofProcess().fixtures().checked(file);
            List<String> problems = problems(file, checked.problems());
            problems.forEach(problem -> out.println(TerminalText.of(problem)));
            checked.notes().forEach(note -> out.println("note: " + TerminalText.of(note)));
            good &= problems.isEmpty();
        }
        return good ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Returns the problems of a file; if it has none, those of the further checks. */
    private List<String> problems(String file, List<Problem> wrong) {
        List<Problem> problems = new ArrayList<>(wrong);
        if (wrong.isEmpty() && description != null) {
            problems.addAll(Library.ofProcess().fixtures().compare(file, description));
        }
        List<String> told =
                new ArrayList<>(problems.stream().map(Problem::toString).toList());
        if (told.isEmpty() && replies) {
            told.addAll(RepliesCheck.of(file));
        }
        return told;
    }
}
