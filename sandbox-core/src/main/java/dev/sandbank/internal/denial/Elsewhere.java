package dev.sandbank.internal.denial;

import dev.sandbank.ArrangedCall;
import dev.sandbank.AuthPath;
import dev.sandbank.Denial;
import dev.sandbank.Sandbank;

/** A sandbox outside this JVM, in which denials are arranged remotely. */
public interface Elsewhere {

    ArrangedCall arrange(Denial denial);

    ArrangedCall arrange(AuthPath path);

    /**
     * Returns such a sandbox.
     *
     * @throws IllegalArgumentException if it runs in this JVM
     */
    static Elsewhere of(Sandbank bank) {
        if (bank instanceof Elsewhere elsewhere) {
            return elsewhere;
        }
        throw new IllegalArgumentException(
                "an entry from the catalogue of a sandbox at a server cannot be arranged at " + bank);
    }
}
