package dev.sandbank.internal.bank;

import dev.sandbank.internal.model.BaseUrl;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.time.SandboxClock;
import dev.sandbank.internal.time.SandboxClock.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Loads the fixtures of one sandbox.
 *
 * @param bytes about how much memory the state of a fixture may take
 */
record FixtureLoader(SandboxClock clock, BaseUrl publicBase, long bytes, Outside outside) {

    /** Sets the clock and makes the state as a fixture says. */
    LoadedFixture load(PreparedFixture fixture) {
        clock.startAgain(LoadedFixture.time(fixture));
        return loaded(fixture, Ids.from(fixture.fixture().seed()));
    }

    /** Loads another version of a fixture and takes over the state that both have, with keys and clock. */
    LoadedFixture loadOver(LoadedFixture before, PreparedFixture other) {
        Setting setting = clock.setting();
        boolean sameSeed =
                other.fixture().seed().equals(before.prepared().fixture().seed());
        LoadedFixture next =
                loaded(other, sameSeed ? before.ids() : Ids.from(other.fixture().seed()));
        try {
            next.takeOver(before, startClock(before, other));
            return next.signingAs(before);
        } catch (RuntimeException failed) {
            clock.startAgain(setting);
            next.close();
            throw failed;
        }
    }

    /** Sets the clock if the fixture says otherwise than before; returns how far it has moved. */
    private Duration startClock(LoadedFixture before, PreparedFixture other) {
        if (LoadedFixture.time(other).equals(LoadedFixture.time(before.prepared()))) {
            return Duration.ZERO;
        }
        Instant moment = clock.get();
        clock.startAgain(LoadedFixture.time(other));
        return Duration.between(moment, clock.get());
    }

    private LoadedFixture loaded(PreparedFixture prepared, Ids ids) {
        EnvironmentState.Share share =
                new EnvironmentState.Share(ids, clock, bytes / prepared.realms().size());
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
}
