package dev.sandbank.internal.control;

import dev.sandbank.internal.fault.Faults;
import dev.sandbank.internal.fault.Faults.Armed;
import dev.sandbank.internal.fault.Faults.Rule;
import java.util.List;
import java.util.function.Consumer;

/**
 * What goes wrong on purpose.
 *
 * @param faults the faults of a sandbox
 * @param notes where each change is written down
 */
public record FaultControl(Faults faults, Consumer<String> notes) {

    /** Sets a fault; returns its id. */
    public long set(Rule rule) {
        long id = faults.set(rule);
        notes.accept("fault " + id + " is set: " + rule.told());
        return id;
    }

    /** Those that still wait for calls, in the order they were set. */
    public List<Armed> all() {
        return faults.armed();
    }

    /** Takes one back; false if there is none with this id. */
    public boolean clear(long id) {
        boolean known = faults.clear(id);
        if (known) {
            notes.accept("fault " + id + " is cleared");
        }
        return known;
    }

    public void clear() {
        faults.clear();
        notes.accept("all faults are cleared");
    }
}
