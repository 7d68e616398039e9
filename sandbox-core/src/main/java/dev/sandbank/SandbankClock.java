package dev.sandbank;

import java.time.Duration;
import java.time.Instant;

/** The clock of a sandbox, which tokens, codes and every date of the bank follow. If you move it, that takes effect at once. */
@Stable
public interface SandbankClock {

    /** The sandbox's time. */
    Instant now();

    /** Whether it stands still. */
    boolean isFrozen();

    /**
     * Stops the clock at a moment.
     *
     * @throws IllegalArgumentException if the moment is not within the years 1 to 9999
     */
    void freezeAt(Instant moment);

    /**
     * Moves the clock on, or back if the step is negative; a stopped clock stays stopped.
     *
     * @throws IllegalArgumentException if it would leave the years 1 to 9999
     */
    void advance(Duration step);

    /** Lets the clock follow the system's clock again. */
    void followSystem();
}
