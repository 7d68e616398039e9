package dev.sandbank.internal.denial;

import dev.sandbank.internal.bank.Bank;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done to a sandbox before a call, who calls, and what is asked.
 *
 * @param changes what is done first, in this order
 * @param credential who calls
 * @param sketch what is asked
 */
public record Scene(List<Change> changes, Credential credential, Sketch sketch) {

    public Scene {
        changes = List.copyOf(changes);
    }

    Scene after(Change change) {
        List<Change> more = new ArrayList<>(changes);
        more.add(change);
        return new Scene(more, credential, sketch);
    }

    Scene by(Credential other) {
        return new Scene(changes, other, sketch);
    }

    Scene asking(Sketch other) {
        return new Scene(changes, credential, other);
    }

    /** Brings it about in a running sandbox; the call itself is the caller's to make. */
    public Arranged arrange(Bank bank) {
        changes.forEach(change -> change.make(bank));
        String token = credential.issue(bank);
        return Arranged.of(sketch.write(bank.prepared().definition()), credential, token, sketch.parameters());
    }
}
