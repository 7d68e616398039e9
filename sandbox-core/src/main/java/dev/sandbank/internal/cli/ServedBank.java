package dev.sandbank.internal.cli;

import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.fixture.CheckedFixture;
import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.internal.model.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One of the banks that {@code serve} runs: a built-in one by name, or that of a fixture. */
final class ServedBank {

    @Option(
            names = "--bank",
            paramLabel = "BANK",
            completionCandidates = BankNames.class,
            description = {
                "A bank to run: ${COMPLETION-CANDIDATES}. Default: the first of these.",
                "Repeat --bank and --fixture to run several banks."
            })
    private @Nullable String bank;

    @Option(names = "--fixture", paramLabel = "FILE", description = "A fixture to run. It determines the bank.")
    private @Nullable String fixture;

    /** Returns the name of its fixture. */
    String fixture() {
        if (fixture != null) {
            return fixture;
        }
        return bank == null ? BankNames.known().get(0) : BankNames.require(bank);
    }

    /** Whether the fixture has the control API on; a fixture that is not valid will not start. */
    boolean isControlledOverHttp() {
        return read().map(read -> new Settings(read.root().settings()).flag("controlApi"))
                .orElse(false);
    }

    /** Returns a warning if anyone who has the fixture can sign tokens as the bank. */
    Optional<String> warning() {
        return read().map(read -> read.seed().isPresent()
                        ? "ids, tokens and keys follow from the seed"
                        : read.root().members().has("keys") ? "the fixture contains signing keys" : "")
                .filter(why -> !why.isEmpty())
                .map(why -> "sandbank: warning: " + why + ": anyone who has the fixture can forge all tokens");
    }

    private Optional<CheckedFixture> read() {
        try {
            return Optional.of(Library.ofProcess().fixtures().read(fixture()));
        } catch (FixtureException bad) {
            return Optional.empty();
        }
    }
}
