package dev.sandbank.internal.model;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What comes of a request: a {@link Reply}, or more to do after a wait that holds no thread. */
public sealed interface Outcome permits Reply, Outcome.Later {

    /**
     * More to do after a wait.
     *
     * @param atMost how long to wait
     * @param unless what ends the wait before its time
     * @param then what is to be done when the wait is over, on a thread that may block
     */
    record Later(Duration atMost, CompletionStage<?> unless, Supplier<? extends Outcome> then) implements Outcome {

        /** Waits for the whole time. */
        public Later(Duration time, Supplier<? extends Outcome> then) {
            this(time, new CompletableFuture<>(), then);
        }

        /** The same wait for something else. */
        public Later before(Supplier<? extends Outcome> other) {
            return new Later(atMost, unless, other);
        }
    }
}
