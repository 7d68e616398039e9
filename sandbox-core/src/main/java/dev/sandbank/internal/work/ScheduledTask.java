package dev.sandbank.internal.work;

import dev.sandbank.internal.model.Entry;
import java.time.Instant;

/** What a bank does by itself with an entry whose time has come. */
@FunctionalInterface
public interface ScheduledTask {

    /**
     * Does it, as it would have been done then; it may set another alarm.
     *
     * @param entry the entry as it is
     * @param at when its time had come, which may be long ago
     */
    void run(Entry entry, Instant at);

    /**
     * About how many times this will have to be done until a moment, with what follows from it; never more than it will be.
     *
     * @param entry the entry as it is
     * @param until the moment
     */
    default long times(Entry entry, Instant until) {
        return 1;
    }
}
