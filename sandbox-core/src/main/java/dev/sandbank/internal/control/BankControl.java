package dev.sandbank.internal.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Exchange;
import dev.sandbank.Finding;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.export.Export;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.journal.Journal;
import dev.sandbank.internal.lint.Linter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Controls a running sandbox and its environment without a prefix. */
public class BankControl extends EnvironmentControl {

    private final @Nullable String certificate;

    /**
     * @param baseUrl the URL at which the sandbox listens
     * @param certificate the certificate that clients must trust, as PEM, or null if the sandbox speaks plain HTTP
     */
    public BankControl(Bank bank, Supplier<URI> baseUrl, @Nullable String certificate) {
        super(bank, "", baseUrl);
        this.certificate = certificate;
    }

    /** The certificate that clients must trust, as PEM; empty if the sandbox speaks plain HTTP. */
    public final Optional<String> trusted() {
        return Optional.ofNullable(certificate);
    }

    /** The name of the bank's dialect. */
    public final String bankName() {
        return bank().prepared().definition().dialect().name();
    }

    /** The bank's description in OpenAPI. */
    public final ObjectNode described() {
        return bank().prepared().definition().dialect().described();
    }

    /**
     * Returns an environment.
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

    /** The names of all environments, except the one without a prefix, which has none. */
    public final Set<String> environmentNames() {
        Set<String> names = new TreeSet<>();
        bank().environments().keySet().stream()
                .filter(prefix -> !prefix.isEmpty())
                .forEach(prefix -> names.add(prefix.substring(1)));
        return names;
    }

    /** The names that any of the environments knows. */
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

    /**
     * What clients did wrong in calls, see {@link Linter}.
     *
     * @param expected whether a test expected a refused call
     */
    public final List<Finding> findings(List<Exchange> calls, Predicate<Exchange> expected) {
        return new Linter(bank().prepared().definition().dialect())
                .findings(calls, journal().changes(), expected);
    }

    /** The present state as the text of a fixture, with all passwords and secrets. */
    public final String export() {
        return new Export(bank()).text();
    }

    /** Loads another fixture in one step, as if the sandbox had been started from it. */
    public final void load(PreparedFixture fixture) {
        bank().load(fixture);
        bank().note("another fixture is loaded");
    }

    /** Loads another version of the fixture, as {@link Bank#reload} does. */
    public final void reload(PreparedFixture fixture, boolean keepingState) {
        bank().reload(fixture, keepingState);
        changed(List.of());
        bank().note("the changed fixture is loaded" + (keepingState ? ", and its state stays" : ""));
    }

    /** Says what is wrong with the latest version of the fixture, which is not loaded for that. */
    public final void changed(List<String> problems) {
        bank().tell(problems);
        if (!problems.isEmpty()) {
            bank().note("the changed fixture is not loaded, problems: " + problems.size());
        }
    }

    /** What is wrong with the latest version of the fixture, which is not loaded for that; empty if nothing is. */
    public final List<String> problems() {
        return bank().problems();
    }

    /** Goes back to the fixture: data, tokens, clock and faults. The journal keeps only a note that says so. */
    public final void reset() {
        bank().reset();
        bank().note("the sandbox was reset to the fixture");
    }

    /** Goes back to the fixture, but keeps the tokens and sessions that the fixture's clients and users may have. */
    public final void resetKeepingTokens() {
        bank().resetKeepingTokens();
        bank().note("the sandbox was reset to the fixture, except for valid tokens and sessions");
    }
}
