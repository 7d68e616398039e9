package dev.sandbank.internal.bank;

import dev.sandbank.internal.bank.PreparedFixture.EnvironmentSeed;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.fixture.CheckedFixture;
import dev.sandbank.internal.fixture.FixtureLibrary;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.text.Same;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The fixtures and dialects that this process has read and prepared: values only, no sandbox's state.
 *
 * <p>One of the two holders of process-wide things; the other holds the web server.
 */
public final class Library {

    private static final Library PROCESS = new Library();
    private static final int MOST_REMEMBERED = 32;

    private final FixtureLibrary fixtures = new FixtureLibrary();
    private final Map<Same, PreparedFixture> prepared = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Same, BankDefinition> definition = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<List<Object>, Map<String, List<GateName>>> refusing = new LinkedHashMap<>(16, 0.75f, true);

    private Library() {}

    public static Library ofProcess() {
        return PROCESS;
    }

    public FixtureLibrary fixtures() {
        return fixtures;
    }

    /** Returns the names of the built-in fixtures. */
    public List<String> builtInNames() {
        return fixtures.builtInNames();
    }

    public PreparedFixture named(String nameOrPath) {
        return prepare(fixtures.read(nameOrPath));
    }

    public PreparedFixture text(String displayName, String text) {
        return prepare(fixtures.parse(displayName, text));
    }

    /** Prepares a fixture from a text that a client sent, who may read only built-in files here. */
    public PreparedFixture sent(String displayName, String text, PreparedFixture receiver) {
        return prepare(fixtures.sent(displayName, text, receiver.fixture()));
    }

    private synchronized PreparedFixture prepare(CheckedFixture fixture) {
        return remember(prepared, new Same(fixture), () -> PreparedFixture.of(fixture, mannersOf(fixture.dialect())));
    }

    private synchronized BankDefinition mannersOf(Dialect dialect) {
        return remember(definition, new Same(dialect), () -> BankDefinition.of(dialect));
    }

    /** Returns which gates can refuse each operation of a fixture's bank under its settings, as somebody works it out. */
    public synchronized Map<String, List<GateName>> refusing(
            PreparedFixture fixture, Function<PreparedFixture, Map<String, List<GateName>>> make) {
        List<Settings> settings = fixture.realms().values().stream()
                .map(EnvironmentSeed::settings)
                .toList();
        return remember(refusing, List.of(new Same(fixture.definition()), settings), () -> make.apply(fixture));
    }

    private static <K, V> V remember(Map<K, V> known, K key, Supplier<V> make) {
        V value = known.get(key);
        if (value == null) {
            value = make.get();
            known.put(key, value);
            if (known.size() > MOST_REMEMBERED) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return value;
    }
}
