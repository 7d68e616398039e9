package dev.sandbank.internal.bank;

import java.util.Objects;

/**
 * How much memory the calls of one sandbox may fill, in bytes: what the fixture sets, else a share of the heap. What the fixture
 * itself puts there is not counted.
 *
 * @param journal for the journal
 * @param environment for the state of each environment
 */
record Memory(long journal, long environment) {

    private static final long MIB = 1024 * 1024;
    private static final long LEAST = 12 * MIB;

    static Memory of(PreparedFixture prepared) {
        long set = Objects.requireNonNull(prepared.realms().get("")).settings().number("memory") * MIB;
        long all = set > 0 ? set : Math.max(LEAST, Runtime.getRuntime().maxMemory() * 3 / 16);
        return new Memory(all / 3, all * 2 / 3 / prepared.realms().size());
    }
}
