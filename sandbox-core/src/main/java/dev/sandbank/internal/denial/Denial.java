package dev.sandbank.internal.denial;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.model.Timestamps;
import java.time.Instant;

/**
 * One way in which an operation is refused, and how to bring it about.
 *
 * @param operation the operation's id
 * @param gate the gate that refuses
 * @param name what is wrong, in words; no other denial of the operation has the same
 * @param expected what the bank is to answer
 * @param byState whether a call is refused so though there is nothing wrong with how it is made
 * @param scene how it is brought about
 * @param told at which time of a sandbox
 */
public record Denial(
        String operation, String gate, String name, Expected expected, boolean byState, Scene scene, Told told) {

    /** Of which bank, and when: rules may ask what day it is. */
    record Told(String bank, Instant at) {

        private boolean isFor(Instant moment) {
            return day(at).equals(day(moment));
        }

        private static String day(Instant moment) {
            return Timestamps.text(moment).substring(0, "2031-03-03".length());
        }
    }

    Denial named(String other) {
        return new Denial(operation, gate, other, expected, byState, scene, told);
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
        return asOf(bank).scene.arrange(bank);
    }

    private Denial asOf(Bank bank) {
        Instant now = bank.clock().get();
        if (told.isFor(now)) {
            return this;
        }
        try (Catalogue that = Catalogue.of(bank.prepared(), now)) {
            return that.of(operation).stream()
                    .filter(other -> other.gate.equals(gate) && other.name.equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("on the day of this sandbox, " + now + ", "
                            + operation + " cannot be refused for: " + gate + ": " + name));
        }
    }
}
