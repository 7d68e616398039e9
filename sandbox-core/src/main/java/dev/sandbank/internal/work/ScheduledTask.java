package dev.sandbank.internal.work;

import dev.sandbank.internal.model.Entry;
import java.time.Instant;

/** The timed processing of an entry by its bank. */
@FunctionalInterface
public interface ScheduledTask {

    /**
     * Processes an entry as the bank would have done at that time; it may schedule the next task.
     *
     * @param entry the entry as it is
     * @param at when it was due, which may be long ago
     */
    void run(Entry entry, Instant at);

    /**
     * Estimates how often this will be due until a moment, with what follows from it; never more than it will be.
     *
     * @param entry the entry as it is
     * @param until the moment
     */
    default long times(Entry entry, Instant until) {
        return 1;
    }
}
