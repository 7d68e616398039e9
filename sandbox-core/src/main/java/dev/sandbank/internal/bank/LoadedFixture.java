package dev.sandbank.internal.bank;

import dev.sandbank.internal.dialect.Visibility;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.time.SandboxClock.Setting;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A fixture that a sandbox has loaded, with all of its state.
 *
 * @param prepared the fixture
 * @param ids makes new ids
 * @param environments all of them, by path prefix: empty for production
 */
record LoadedFixture(PreparedFixture prepared, Ids ids, Map<String, Environment> environments) {

    Environment environment(String prefix) {
        Environment environment = environments.get(prefix);
        if (environment == null) {
            throw new IllegalStateException("there is no environment " + prefix);
        }
        return environment;
    }

    /** Goes on signing with the keys of the fixture that this one replaces. */
    LoadedFixture signingAs(LoadedFixture before) {
        environments.forEach((prefix, environment) ->
                before.find(prefix).ifPresent(old -> environment.tokenServer().continueFrom(old.tokenServer())));
        return this;
    }

    /**
     * Takes over the state of the fixture that this one replaces, as far as both have it.
     *
     * @param step how far the clock moves at the same time
     */
    void takeOver(LoadedFixture before, Duration step) {
        Map<String, Visibility> collections = prepared.definition().dialect().collections();
        Set<String> gone = new HashSet<>(
                before.prepared.definition().dialect().collections().keySet());
        gone.removeAll(collections.keySet());
        Map<String, String> parents = new HashMap<>();
        collections.forEach((name, rule) ->
                Optional.ofNullable(rule.through()).ifPresent(through -> parents.put(name, through.collection())));
        environments.forEach((prefix, environment) ->
                before.find(prefix).ifPresent(old -> environment.store().takeOver(old.store(), step, gone, parents)));
    }

    private Optional<Environment> find(String prefix) {
        return Optional.ofNullable(environments.get(prefix));
    }

    /** Returns the clock's setting at the start. */
    static Setting time(PreparedFixture prepared) {
        return new Setting(prepared.fixture().startsAt(), prepared.fixture().ahead());
    }

    void close() {
        environments.values().forEach(Environment::close);
    }

    /**
     * The memory that the calls of one sandbox may fill, in bytes: as the fixture sets it, or else a share of the
     * heap. The fixture's own data does not count.
     *
     * @param journal for the journal
     * @param state for the state of all environments together
     */
    record Memory(long journal, long state) {

        private static final long MIB = 1024 * 1024;
        private static final long LEAST = 12 * MIB;
        private static final long LEAST_OF_MANY = 4 * MIB;

        static Memory of(PreparedFixture prepared, int sharing) {
            long set =
                    Objects.requireNonNull(prepared.realms().get("")).settings().number("memory") * MIB;
            long share = Runtime.getRuntime().maxMemory() * 3 / 16 / sharing;
            long all = set > 0 ? set : Math.max(sharing > 1 ? LEAST_OF_MANY : LEAST, share);
            return new Memory(all / 3, all * 2 / 3);
        }
    }
}
