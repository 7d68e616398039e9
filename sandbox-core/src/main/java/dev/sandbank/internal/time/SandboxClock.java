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

    /**
     * How a clock goes.
     *
     * @param frozenAt where the clock stands, or null if it follows the system's plus the offset
     * @param offset how far it is ahead of the system's while it follows that
     */
    public record Setting(@Nullable Instant frozenAt, Duration offset) {

        public static final Setting SYSTEM = new Setting(null, Duration.ZERO);
    }

    public SandboxClock(Clock system, Setting setting) {
        this.system = system;
        this.setting = setting;
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

    /** How it goes now. */
    public Setting setting() {
        return setting;
    }

    public void freezeAt(Instant instant) {
        startAgain(new Setting(instant, Duration.ZERO));
    }

    public void followSystem() {
        startAgain(Setting.SYSTEM);
    }

    /** Forgets all moves: goes as it is told here. */
    public synchronized void startAgain(Setting anew) {
        setting = anew;
    }

    /** Moves the clock; a frozen one stays frozen, one that runs goes on running from there. */
    public synchronized void advance(Duration step) {
        Instant frozenAt = setting.frozenAt();
        setting = frozenAt == null
                ? new Setting(null, setting.offset().plus(step))
                : new Setting(frozenAt.plus(step), Duration.ZERO);
    }
}
