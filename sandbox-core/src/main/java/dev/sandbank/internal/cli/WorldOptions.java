package dev.sandbank.internal.cli;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.explain.ChoiceException;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.fixture.problem.FixtureException;
import java.io.PrintStream;
import java.util.function.ToIntFunction;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for the bank and environment in which calls are rehearsed. */
final class WorldOptions {

    /** The base URL of links in replies, the same as that of {@code serve} with its default options. */
    static final String BASE_URL = "http://127.0.0.1:8080";

    @Mixin
    private final BankOptions whichBank = new BankOptions();

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            defaultValue = "",
            description = "An environment of the fixture. Default: the one without a prefix.")
    private String environment = "";

    /** Opens a bank without a port for the duration of the visit. */
    int visit(PrintStream err, ToIntFunction<DryRun> visit) {
        try (Bank bank = new Bank(Library.ofProcess().named(whichBank.fixture()), () -> BASE_URL)) {
            return visit.applyAsInt(DryRun.in(bank, environment));
        } catch (FixtureException bad) {
            bad.problems().forEach(problem -> err.println(TerminalText.of(problem.toString())));
            return ExitCode.SOFTWARE;
        } catch (ChoiceException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    /** Describes the fixture and environment in words. */
    String name() {
        return whichBank.fixture() + (environment.isEmpty() ? "" : ", environment " + environment);
    }
}
