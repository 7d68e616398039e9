package dev.sandbank.internal.cli;

import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.fixture.problem.FixtureException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose the bank: a built-in one by name, or that of a fixture. */
final class BankOptions {

    @Option(
            names = "--bank",
            paramLabel = "BANK",
            completionCandidates = BankNames.class,
            description =
                    "The bank: ${COMPLETION-CANDIDATES}. Default: the fixture's bank, otherwise the first of these.")
    private @Nullable String bank;

    @Option(
            names = "--fixture",
            paramLabel = "FILE",
            description = "The fixture to start from. It determines the bank.")
    private @Nullable String fixture;

    /** Returns the name of the fixture, or of the default one. */
    String fixture() {
        return chosen().orElseGet(() -> BankNames.known().get(0));
    }

    private Optional<String> chosen() {
        if (fixture != null) {
            requireBankOf(fixture);
            return Optional.of(fixture);
        }
        return Optional.ofNullable(bank).map(BankNames::require);
    }

    private void requireBankOf(String file) {
        bankOf(file).filter(name -> bank != null && !bank.equals(name)).ifPresent(name -> {
            throw new UsageException("--bank says " + bank + ", but the fixture " + file + " is for " + name);
        });
    }

    /** Returns the bank of a fixture; empty if the fixture is not valid, which the start from it will report. */
    private static Optional<String> bankOf(String file) {
        try {
            return Optional.of(
                    Library.ofProcess().fixtures().read(file).dialect().name());
        } catch (FixtureException bad) {
            return Optional.empty();
        }
    }
}
