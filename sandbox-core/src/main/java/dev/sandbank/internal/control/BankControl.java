package dev.sandbank.internal.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.export.Export;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.journal.Journal;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that can be done to a running sandbox, and to its environment without a prefix. */
public class BankControl extends EnvironmentControl {

    private final @Nullable String certificate;

    /**
     * @param baseUrl where the sandbox listens
     * @param certificate what clients have to trust, as PEM, or null if it speaks plain HTTP
     */
    public BankControl(Bank bank, Supplier<URI> baseUrl, @Nullable String certificate) {
        super(bank, "", baseUrl);
        this.certificate = certificate;
    }

    /** What clients have to trust, as PEM; nothing if the sandbox speaks plain HTTP. */
    public final Optional<String> trusted() {
        return Optional.ofNullable(certificate);
    }

    /** The name of the bank's dialect. */
    public final String bankName() {
        return bank().prepared().definition().dialect().name();
    }

    /** What can be called there, described in OpenAPI. */
    public final ObjectNode described() {
        return bank().prepared().definition().dialect().described();
    }

    /**
     * One environment.
     *
     * @param name its name in the fixture, such as {@code cat}; empty for the one without a prefix
     * @throws UnknownNameException if the fixture has none of this name
     */
    public final EnvironmentControl environment(String name) {
        String prefix = name.isEmpty() ? "" : "/" + name;
        if (!bank().environments().containsKey(prefix)) {
            throw new UnknownNameException(
                    "there is no environment \"" + name + '"' + DidYouMean.hint(name, environmentNames()));
        }
        return new EnvironmentControl(bank(), prefix, this::baseUrl);
    }

    /** The names of all environments; the one without a prefix has none. */
    public final Set<String> environmentNames() {
        Set<String> names = new TreeSet<>();
        bank().environments().keySet().stream()
                .filter(prefix -> !prefix.isEmpty())
                .forEach(prefix -> names.add(prefix.substring(1)));
        return names;
    }

    /** The names of all environments together. */
    @Override
    public final Names names() {
        return new Names(bank().environments().values());
    }

    public final ClockControl clock() {
        return new ClockControl(bank());
    }

    public final FaultControl faults() {
        return new FaultControl(bank().faults(), names(), bank()::note);
    }

    public final Journal journal() {
        return bank().journal();
    }

    /** The present state as the text of a fixture, which holds all passwords and secrets. */
    public final String export() {
        return new Export(bank()).text();
    }

    /** Goes over to another fixture, all at once, as if this sandbox had been started from it. */
    public final void load(PreparedFixture fixture) {
        bank().load(fixture);
        bank().note("another fixture is loaded");
    }

    /** Goes back to the fixture: data, tokens, clock and faults; nothing is left of the journal but a note of this. */
    public final void reset() {
        bank().reset();
        bank().note("the sandbox was reset to the fixture");
    }

    /** The same, but tokens and sessions stay, as far as the fixture's clients and users may have them. */
    public final void resetKeepingTokens() {
        bank().resetKeepingTokens();
        bank().note("the sandbox was reset to the fixture, except for valid tokens and sessions");
    }
}
