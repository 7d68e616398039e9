package dev.sandbank.internal.model;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** The result of a request: a {@link Reply}, a part of one, or a wait that holds no thread, with more to do after it. */
public sealed interface Outcome permits Reply, Outcome.Later, Outcome.Part {

    /** Returns the same outcome, whose further work is done this way. */
    Outcome going(Function<Supplier<? extends Outcome>, ? extends Outcome> how);

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

        /** Returns the same wait, which this ends early, too. */
        public Later orUntil(CompletionStage<?> end) {
            return new Later(
                    atMost, CompletableFuture.anyOf(unless.toCompletableFuture(), end.toCompletableFuture()), then);
        }

        @Override
        public Later going(Function<Supplier<? extends Outcome>, ? extends Outcome> how) {
            return new Later(atMost, unless, () -> how.apply(then));
        }
    }

    /**
     * A part of a reply, with more to do once it is sent.
     *
     * @param reply the head, which counts in the first part only, and the next piece of the content
     * @param rest what to do when that is sent; a {@link Reply} ends the content, and has none of its own
     * @param gone what to do instead if the caller went away, or the port takes no more time
     */
    record Part(Reply reply, Supplier<? extends Outcome> rest, Runnable gone) implements Outcome {

        @Override
        public Part going(Function<Supplier<? extends Outcome>, ? extends Outcome> how) {
            return new Part(reply, () -> how.apply(rest), gone);
        }
    }
}
