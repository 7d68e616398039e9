package dev.sandbank;

import dev.sandbank.internal.control.ClockControl;
import java.time.Duration;
import java.time.Instant;

/** The one clock of a sandbox: tokens, codes and every date of the bank follow it. Moving it takes effect at once. */
public final class SandbankClock {

    private final ClockControl clock;

    SandbankClock(ClockControl clock) {
        this.clock = clock;
    }

    /** The sandbox's time. */
    public Instant now() {
        return clock.now();
    }

    /**
     * Stops the clock at a moment.
     *
     * @throws IllegalArgumentException if that is not within the years 1 to 9999
     */
    public void freezeAt(Instant moment) {
        clock.freezeAt(moment);
    }

    /**
     * Moves the clock on (or back, if negative); a stopped clock stays stopped.
     *
     * @throws IllegalArgumentException if it would leave the years 1 to 9999
     */
    public void advance(Duration step) {
        clock.advance(step);
    }

    /** Goes by the system's clock again. */
    public void followSystem() {
        clock.followSystem();
    }
}
