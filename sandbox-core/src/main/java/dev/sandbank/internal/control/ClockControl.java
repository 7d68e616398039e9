package dev.sandbank.internal.control;

import dev.sandbank.internal.time.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The one clock of a sandbox.
 *
 * @param clock the clock
 * @param notes where each move is written down
 */
public record ClockControl(SandboxClock clock, Consumer<String> notes) {

    public Instant now() {
        return clock.get();
    }

    public boolean isFrozen() {
        return clock.isFrozen();
    }

    public void freezeAt(Instant moment) {
        clock.freezeAt(moment);
        notes.accept("clock stands at " + moment);
    }

    /** Moves the clock on, or back if negative; a stopped clock stays stopped. */
    public void advance(Duration step) {
        clock.advance(step);
        notes.accept("clock is moved by " + step);
    }

    public void followSystem() {
        clock.followSystem();
        notes.accept("clock follows the system's");
    }
}
