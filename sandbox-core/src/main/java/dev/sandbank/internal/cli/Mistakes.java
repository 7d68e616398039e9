package dev.sandbank.internal.cli;

import dev.sandbank.internal.fixture.problem.FixtureException;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports mistakes in a sentence with a hint, because a stack trace does not help users of a command line. */
final class Mistakes implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final Pattern JAVA = Pattern.compile(" \\([\\w.$]+(Exception|Error)\\b.*\\)$", Pattern.DOTALL);

    private static final int DEEPEST = 16;

    private final PrintStream err;

    Mistakes(PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        List<String> meant =
                wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String hint = meant.isEmpty() ? "" : ", did you mean " + String.join(" or ", meant) + "?";
        if (wrong.getCause() instanceof FixtureException bad) {
            bad.problems().forEach(problem -> err.println(TerminalText.of(problem.toString())));
        }
        return usage(plain(wrong) + hint, wrong.getCommandLine());
    }

    /**
     * Returns the library's message without the Java exception that it adds in brackets, and without {@code Error:}.
     */
    private static String plain(ParameterException wrong) {
        return JAVA.matcher(String.valueOf(wrong.getMessage())).replaceFirst("").replaceFirst("^Error: ", "");
    }

    @Override
    public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed) {
        if (failed instanceof UsageException wrong) {
            return usage(String.valueOf(wrong.getMessage()), command);
        }
        return fatal(failed);
    }

    /** Reports a failure that users cannot mend; if memory ran out, it ends the process. */
    int fatal(Throwable failed) {
        Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .filter(OutOfMemoryError.class::isInstance)
                .map(OutOfMemoryError.class::cast)
                .findFirst()
                .ifPresent(full -> {
                    throw full;
                });
        err.println("sandbank: this is a bug in sandbank: " + TerminalText.of(failed.toString()));
        return ExitCode.SOFTWARE;
    }

    private int usage(String message, CommandLine command) {
        err.println("sandbank: " + TerminalText.of(message));
        OptionSources.told(command).map(TerminalText::of).ifPresent(err::println);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }
}
