package dev.sandbank.internal.denial;

import dev.sandbank.ArrangedCall;
import dev.sandbank.Denial;
import dev.sandbank.Sandbank;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.denial.CatalogueContext.Candidate;
import dev.sandbank.internal.denial.Scenario.Arranged;
import dev.sandbank.internal.model.operation.GateName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A denial of an operation, and how to arrange it.
 *
 * @param operation the operation's id
 * @param candidate the error, and how to arrange it
 * @param answer the bank's answer in the rehearsal
 * @param told the bank and time for which it is listed
 */
record RehearsedDenial(String operation, Candidate candidate, Answer answer, Told told) implements Denial {

    /** A bank and a time: rules may depend on the day. */
    record Told(String bank, Instant at) {

        private boolean isFor(Instant moment) {
            return at.truncatedTo(ChronoUnit.DAYS).equals(moment.truncatedTo(ChronoUnit.DAYS));
        }
    }

    @Override
    public String gate() {
        return candidate.gate().word();
    }

    @Override
    public String name() {
        return gate() + ": " + candidate.name();
    }

    @Override
    public String reason() {
        return answer.reason();
    }

    @Override
    public int status() {
        return answer.status();
    }

    @Override
    public String code() {
        return answer.code().word();
    }

    @Override
    public String codeInBody() {
        return answer.code().whole();
    }

    @Override
    public boolean byState() {
        return candidate.byState();
    }

    RehearsedDenial named(String other) {
        return new RehearsedDenial(operation, candidate.named(other), answer, told);
    }

    @Override
    public ArrangedCall arrange(Sandbank bank) {
        return bank instanceof Elsewhere elsewhere ? elsewhere.arrange(this) : arrange((BankControl) bank);
    }

    ArrangedCall arrange(BankControl control) {
        if (!control.bankName().equals(told.bank())) {
            throw new IllegalArgumentException(
                    "a denial of " + told.bank() + " cannot be arranged at " + control.bankName());
        }
        return asOf(control).arranged(control);
    }

    private Arranged arranged(BankControl bank) {
        Scenario scenario = candidate.scenario();
        Arranged ready = scenario.arrange(bank);
        CallComparison comparison = new CallComparison(
                bank.environment().definition(),
                scenario.honest(),
                scenario.call(),
                ready.call(),
                Optional.of(candidate.gate()));
        return ready.awaited(
                bank,
                comparison::differences,
                decision -> candidate.gate() == GateName.TOKEN
                        ? List.of()
                        : answer.caller().differences(decision));
    }

    private RehearsedDenial asOf(BankControl bank) {
        Instant now = bank.clock().now();
        if (told.isFor(now)) {
            return this;
        }
        try (Catalogue that = Catalogue.of(bank.bank().prepared(), now)) {
            return that.of(operation).stream()
                    .filter(other -> other.name().equals(name()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("on the day of this sandbox, " + now + ", "
                            + operation + " cannot be refused for: " + name()));
        }
    }

    @Override
    public String toString() {
        return name() + " -> " + status() + " " + reason();
    }
}
