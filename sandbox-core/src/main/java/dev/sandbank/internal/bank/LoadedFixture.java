package dev.sandbank.internal.bank;

import dev.sandbank.internal.model.BaseUrl;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.time.SandboxClock;
import dev.sandbank.internal.time.SandboxClock.Setting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A fixture that a sandbox has loaded, with all of its state.
 *
 * @param prepared the fixture
 * @param ids makes new ids
 * @param environments all of them, by path prefix: empty for production
 */
record LoadedFixture(PreparedFixture prepared, Ids ids, Map<String, Environment> environments) {

    static LoadedFixture of(
            PreparedFixture prepared, SandboxClock clock, BaseUrl publicBase, Memory memory, Outside outside) {
        Ids ids = Ids.from(prepared.fixture().seed());
        EnvironmentState.Share share = new EnvironmentState.Share(
                ids, clock, memory.state() / prepared.realms().size());
        Map<String, Environment> environments = new LinkedHashMap<>();
        prepared.realms()
                .forEach((prefix, start) -> environments.put(
                        prefix,
                        new Environment(
                                prepared.definition(),
                                start,
                                share,
                                new MountPoint(prefix, publicBase.below(prefix), outside))));
        return new LoadedFixture(prepared, ids, Collections.unmodifiableMap(environments));
    }

    Environment environment(String prefix) {
        Environment environment = environments.get(prefix);
        if (environment == null) {
            throw new IllegalStateException("there is no environment " + prefix);
        }
        return environment;
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
