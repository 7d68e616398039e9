package dev.sandbank.internal.model;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The result of a request: a {@link Reply}, or a wait that holds no thread, with more to do after it. */
public sealed interface Outcome permits Reply, Outcome.Later {

    /**
     * More to do after a wait.
     *
     * @param atMost how long to wait
     * @param unless ends the wait early
     * @param then what to do after the wait, on a thread that may block
     */
    record Later(Duration atMost, CompletionStage<?> unless, Supplier<? extends Outcome> then) implements Outcome {

        /** Waits for the whole time. */
        public Later(Duration time, Supplier<? extends Outcome> then) {
            this(time, new CompletableFuture<>(), then);
        }

        /** Returns the same wait with another action after it. */
        public Later before(Supplier<? extends Outcome> other) {
            return new Later(atMost, unless, other);
        }
    }
}
