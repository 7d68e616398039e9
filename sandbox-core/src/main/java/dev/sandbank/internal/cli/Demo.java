package dev.sandbank.internal.cli;

import dev.sandbank.SandbankException;
import dev.sandbank.internal.cli.demo.Demos;
import dev.sandbank.internal.cli.demo.Guide;
import dev.sandbank.internal.cli.demo.Guide.Tally;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** {@code demo}: shows newcomers with real calls what each bank allows and refuses, and why. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts a bank and shows with real calls what it allows, what it refuses, and why.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every step went as described", "1:a step did not", "2:the command line is wrong"})
final class Demo implements Callable<Integer> {

    private static final String ALL = "all";

    private final PrintStream out;
    private final PrintStream err;
    private final Demos demos;

    @Parameters(
            paramLabel = "BANK",
            arity = "0..1",
            defaultValue = ALL,
            completionCandidates = BankNames.class,
            description = "The bank to show: ${COMPLETION-CANDIDATES}, or all. Default: ${DEFAULT-VALUE}.")
    private String bank = ALL;

    Demo(PrintStream out, PrintStream err, Demos demos) {
        this.out = out;
        this.err = err;
        this.demos = demos;
    }

    @Override
    public Integer call() {
        List<String> banks = bank.equals(ALL) ? BankNames.known() : List.of(BankNames.require(bank));
        Warmup.take();
        try {
            Guide guide = new Guide(out);
            Tally tally = banks.stream().map(demos::of).map(guide::lead).reduce(Tally.NONE, Tally::plus);
            out.println(tally);
            return tally.asTold() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (SandbankException failed) {
            err.println("sandbank: " + TerminalText.of(String.valueOf(failed.getMessage())));
            return ExitCode.SOFTWARE;
        }
    }
}
