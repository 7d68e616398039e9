package dev.sandbank.internal.cli;

import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.internal.init.BankInitializer;
import dev.sandbank.internal.init.BuiltInCopy;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code init}: makes a bank of an OpenAPI description, or a copy of a built-in one. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a bank of your own to start from: of an OpenAPI description, or of a built-in bank.",
            "Of a description it writes a copy, a dialect that it guesses, a fixture, and a dialect for what you add,",
            "and prints numbered questions about what it guessed and what no description says.",
            "Run again, it rewrites the generated files only, and tells what changed."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the bank is written",
            "1:the description cannot be read, or a file cannot be written",
            "2:the command line is wrong"
        })
final class Init implements Callable<Integer> {

    private static final String USUAL = "mybank";

    private final PrintStream out;
    private final PrintStream err;

    @Option(names = "--openapi", paramLabel = "FILE", description = "The bank's description in OpenAPI 3.0 or 3.1.")
    private @Nullable String description;

    @Option(
            names = "--from-bank",
            paramLabel = "BANK",
            completionCandidates = BankNames.class,
            description = "A built-in bank to copy: ${COMPLETION-CANDIDATES}.")
    private @Nullable String bank;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder of the bank; it is made if it is not there.")
    private Path folder = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", description = "The bank's name. Default: that of the folder.")
    private @Nullable String name;

    Init(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        if ((description == null) == (bank == null)) {
            throw new UsageException("init needs one of --openapi FILE and --from-bank BANK");
        }
        try {
            List<String> told = bank == null
                    ? new BankInitializer(String.valueOf(description), bankName()).write(folder)
                    : new BuiltInCopy(BankNames.require(bank), bankName()).write(folder);
            told.forEach(line -> out.println(TerminalText.of(line)));
            return ExitCode.OK;
        } catch (FixtureException bad) {
            bad.problems().forEach(problem -> err.println(TerminalText.of(problem.toString())));
            return ExitCode.SOFTWARE;
        } catch (IOException failed) {
            err.println("sandbank: cannot write " + TerminalText.of(folder + ": " + failed));
            return ExitCode.SOFTWARE;
        }
    }

    private String bankName() {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        String said = name == null ? String.valueOf(last).toLowerCase(Locale.ROOT) : name;
        if (said.matches("[a-z][a-z0-9-]*")
                && !said.equals("dialect")
                && !said.equals("openapi")
                && !said.equals("fixture")) {
            return said;
        }
        if (name != null) {
            throw new UsageException("--name says " + name + ", expected small letters, digits and dashes");
        }
        return USUAL;
    }
}
