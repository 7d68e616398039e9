package dev.sandbank.internal.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one clock that rules every lifetime of a sandbox: it follows the system's, or stands where a test put it. */
public final class SandboxClock implements Supplier<Instant> {

    private final Clock system;
    private volatile Setting setting;

    /** @param frozenAt where the clock stands, or null if it follows the system's plus the offset */
    private record Setting(@Nullable Instant frozenAt, Duration offset) {}

    public SandboxClock(Clock system, @Nullable Instant frozenAt) {
        this.system = system;
        this.setting = new Setting(frozenAt, Duration.ZERO);
    }

    @Override
    public Instant get() {
        Setting current = setting;
        Instant frozenAt = current.frozenAt();
        return frozenAt == null ? system.instant().plus(current.offset()) : frozenAt;
    }

    /** Whether it stands still. */
    public boolean isFrozen() {
        return setting.frozenAt() != null;
    }

    public void freezeAt(Instant instant) {
        startAgain(instant);
    }

    public void followSystem() {
        startAgain(null);
    }

    /** Forgets all moves: stands at the instant, or follows the system if there is none. */
    public synchronized void startAgain(@Nullable Instant frozenAt) {
        setting = new Setting(frozenAt, Duration.ZERO);
    }

    /** Moves the clock; a frozen one stays frozen, one that runs goes on running from there. */
    public synchronized void advance(Duration step) {
        Instant frozenAt = setting.frozenAt();
        setting = frozenAt == null
                ? new Setting(null, setting.offset().plus(step))
                : new Setting(frozenAt.plus(step), Duration.ZERO);
    }
}
