package dev.sandbank.internal.cli;

import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.fixture.CheckedFixture;
import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.internal.model.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One of the banks that {@code serve} runs: a built-in one by name, or whatever a fixture says. */
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

    /** The name of its fixture. */
    String fixture() {
        if (fixture != null) {
            return fixture;
        }
        return bank == null ? BankNames.known().get(0) : BankNames.require(bank);
    }

    /** Whether the fixture lets the bank be controlled over HTTP; one that is bad will not start. */
    boolean isControlledOverHttp() {
        return read().map(read -> new Settings(read.root().settings()).flag("controlApi"))
                .orElse(false);
    }

    /** What to be warned of: whoever has the fixture can sign as its bank does. */
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
