package dev.sandbank.internal.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a sandbox, which decides when anything expires: it follows the system's, or stands where a test put it.
 */
public final class SandboxClock implements Supplier<Instant> {

    private final Clock system;
    private final Instant started;
    private volatile Setting setting;

    /**
     * How a clock runs.
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
        this.started = get();
    }

    /** Returns where it stood at first. */
    public Instant started() {
        return started;
    }

    @Override
    public Instant get() {
        Setting current = setting;
        Instant frozenAt = current.frozenAt();
        return frozenAt == null ? withinLimits(system.instant().plus(current.offset())) : frozenAt;
    }

    /** Limits a running clock to the range of time. */
    private static Instant withinLimits(Instant instant) {
        return isWithin(instant) ? instant : instant.isAfter(TimeLimits.LAST) ? TimeLimits.LAST : TimeLimits.FIRST;
    }

    /** Whether it stands still. */
    public boolean isFrozen() {
        return setting.frozenAt() != null;
    }

    /** Returns how it runs now. */
    public Setting setting() {
        return setting;
    }

    /**
     * Stops the clock at a moment.
     *
     * @throws IllegalArgumentException if that is not within the years 1 to 9999
     */
    public void freezeAt(Instant instant) {
        startAgain(new Setting(within(instant), Duration.ZERO));
    }

    /**
     * Returns a moment if the clock can go there.
     *
     * @throws IllegalArgumentException if it is not within the years 1 to 9999
     */
    public static Instant within(Instant instant) {
        if (!isWithin(instant)) {
            throw beyond("to " + instant);
        }
        return instant;
    }

    /**
     * Returns the moment to which a step would bring the clock.
     *
     * @throws IllegalArgumentException if that is not within the years 1 to 9999
     */
    public Instant after(Duration step) {
        Instant now = get();
        if (!reaches(now, step)) {
            throw beyond(step);
        }
        return now.plus(step);
    }

    /** Returns the system's time. */
    public Instant ofSystem() {
        return system.instant();
    }

    public void followSystem() {
        startAgain(Setting.SYSTEM);
    }

    /** Forgets all moves and runs as this setting says. */
    public synchronized void startAgain(Setting anew) {
        setting = anew;
    }

    private static boolean isWithin(Instant instant) {
        return !instant.isBefore(TimeLimits.FIRST) && !instant.isAfter(TimeLimits.LAST);
    }

    /**
     * Moves the clock; a frozen one stays frozen, one that runs goes on running from there.
     *
     * @throws IllegalArgumentException if it would leave the years 1 to 9999
     */
    public void advance(Duration step) {
        if (!moves(step)) {
            throw beyond(step);
        }
    }

    /** Moves the clock as {@link #advance} does; returns false if there is not that much time left. */
    public synchronized boolean moves(Duration step) {
        boolean reaches = reaches(get(), step);
        if (reaches) {
            Instant frozenAt = setting.frozenAt();
            setting = frozenAt == null
                    ? new Setting(null, setting.offset().plus(step))
                    : new Setting(frozenAt.plus(step), Duration.ZERO);
        }
        return reaches;
    }

    private IllegalArgumentException beyond(Duration step) {
        Instant now = get();
        return beyond("by " + step + "; from now it can move at most " + Duration.between(now, TimeLimits.LAST)
                + " forward and " + Duration.between(TimeLimits.FIRST, now) + " back");
    }

    private static IllegalArgumentException beyond(String way) {
        return new IllegalArgumentException("the clock must stay within the years 1 to 9999, so it cannot move " + way);
    }

    private static boolean reaches(Instant now, Duration step) {
        return step.compareTo(Duration.between(now, TimeLimits.FIRST)) >= 0
                && step.compareTo(Duration.between(now, TimeLimits.LAST)) <= 0;
    }
}
