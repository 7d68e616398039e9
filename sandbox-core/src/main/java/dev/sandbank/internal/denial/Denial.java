package dev.sandbank.internal.denial;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.denial.CatalogueContext.Candidate;
import dev.sandbank.internal.denial.Scenario.Arranged;
import dev.sandbank.internal.model.Timestamps;
import java.time.Instant;

/**
 * One way in which an operation is refused, and how to bring it about.
 *
 * @param operation the operation's id
 * @param candidate what is wrong, and how it is brought about
 * @param answer what the bank answered when it was rehearsed
 * @param told at which time of a sandbox
 */
public record Denial(String operation, Candidate candidate, Answer answer, Told told) {

    /** Of which bank, and when: rules may ask what day it is. */
    record Told(String bank, Instant at) {

        private boolean isFor(Instant moment) {
            return day(at).equals(day(moment));
        }

        private static String day(Instant moment) {
            return Timestamps.text(moment).substring(0, "2031-03-03".length());
        }
    }

    /** The gate that refuses. */
    public String gate() {
        return candidate.gate().word();
    }

    /** What is wrong, in words; no other denial of the operation and gate has the same. */
    public String name() {
        return candidate.name();
    }

    /** Whether a call is refused so though there is nothing wrong with how it is made. */
    public boolean byState() {
        return candidate.byState();
    }

    Denial named(String other) {
        Candidate renamed =
                new Candidate(candidate.gate(), other, candidate.reason(), candidate.byState(), candidate.scenario());
        return new Denial(operation, renamed, answer, told);
    }

    /**
     * Brings it about in a running sandbox; the call itself is the caller's to make.
     *
     * @throws IllegalArgumentException if the sandbox is of another bank, or on its day there is no such denial
     */
    public Arranged arrange(Bank bank) {
        String name = bank.prepared().definition().dialect().name();
        if (!name.equals(told.bank())) {
            throw new IllegalArgumentException("a denial of " + told.bank() + " cannot be arranged at " + name);
        }
        return asOf(bank).candidate.scenario().arrange(bank);
    }

    private Denial asOf(Bank bank) {
        Instant now = bank.clock().get();
        if (told.isFor(now)) {
            return this;
        }
        try (Catalogue that = Catalogue.of(bank.prepared(), now)) {
            return that.of(operation).stream()
                    .filter(other -> other.gate().equals(gate()) && other.name().equals(name()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("on the day of this sandbox, " + now + ", "
                            + operation + " cannot be refused for: " + gate() + ": " + name()));
        }
    }
}
