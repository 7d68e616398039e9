package dev.sandbank.internal.denial;

import dev.sandbank.ArrangedCall;
import dev.sandbank.AuthPath;
import dev.sandbank.Denial;
import dev.sandbank.Sandbank;

/** A sandbox that does not run in this JVM: what a catalogue has is brought about where it does. */
public interface Elsewhere {

    ArrangedCall arrange(Denial denial);

    ArrangedCall arrange(AuthPath path);

    /**
     * Such a sandbox.
     *
     * @throws IllegalArgumentException if it runs here
     */
    static Elsewhere of(Sandbank bank) {
        if (bank instanceof Elsewhere elsewhere) {
            return elsewhere;
        }
        throw new IllegalArgumentException(
                "an entry from the catalogue of a sandbox at a server cannot be arranged at " + bank);
    }
}
