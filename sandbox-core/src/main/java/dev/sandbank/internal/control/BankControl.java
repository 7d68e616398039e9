package dev.sandbank.internal.control;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.export.Export;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that can be done to a running sandbox.
 *
 * @param bank the sandbox
 */
public record BankControl(Bank bank) {

    /**
     * One environment.
     *
     * @param name its name in the fixture, such as {@code cat}; empty for the one without a prefix
     * @throws UnknownNameException if the fixture has none of this name
     */
    public EnvironmentControl environment(String name) {
        Environment environment = Optional.ofNullable(bank.environments().get(name.isEmpty() ? "" : "/" + name))
                .orElseThrow(() -> new UnknownNameException(
                        "there is no environment \"" + name + '"' + DidYouMean.hint(name, environmentNames())));
        return new EnvironmentControl(environment, bank.clock(), bank::note);
    }

    /** The names of all environments; the one without a prefix has none. */
    public Set<String> environmentNames() {
        Set<String> names = new TreeSet<>();
        bank.environments().keySet().stream()
                .filter(prefix -> !prefix.isEmpty())
                .forEach(prefix -> names.add(prefix.substring(1)));
        return names;
    }

    /** The names of all environments together. */
    public Names names() {
        Collection<Environment> all = bank.environments().values();
        return new Names(all);
    }

    public ClockControl clock() {
        return new ClockControl(bank);
    }

    public FaultControl faults() {
        return new FaultControl(bank.faults(), names(), bank::note);
    }

    /** The present state as the text of a fixture, which holds all passwords and secrets. */
    public String export() {
        return new Export(bank).text();
    }

    /** Goes back to the fixture: data, tokens, clock and faults; nothing is left of the journal but a note of this. */
    public void reset() {
        bank.reset();
        bank.note("everything is as the fixture says");
    }
}
