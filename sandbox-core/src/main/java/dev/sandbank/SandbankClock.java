package dev.sandbank;

import java.time.Duration;
import java.time.Instant;

/** The one clock of a sandbox: tokens, codes and every date of the bank follow it. Moving it takes effect at once. */
public interface SandbankClock {

    /** The sandbox's time. */
    Instant now();

    /** Whether it stands still. */
    boolean isFrozen();

    /**
     * Stops the clock at a moment.
     *
     * @throws IllegalArgumentException if that is not within the years 1 to 9999
     */
    void freezeAt(Instant moment);

    /**
     * Moves the clock on (or back, if negative); a stopped clock stays stopped.
     *
     * @throws IllegalArgumentException if it would leave the years 1 to 9999
     */
    void advance(Duration step);

    /** Goes by the system's clock again. */
    void followSystem();
}
