package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import java.util.Optional;
import java.util.function.Function;

/** The main work of an operation on one entry. */
@FunctionalInterface
interface EntryChange {

    Outcome make(Call call);

    /** The result: an entry, if the work is about one, or a refusal. */
    sealed interface Outcome {

        <T> T fold(Function<Done, T> done, Function<Refusal, T> refused);

        static Outcome about(Entry entry) {
            return new Done(Optional.of(entry), false);
        }
    }

    /**
     * The work is done.
     *
     * @param entry the entry of the work, as it is now or, if it was removed, as it was
     * @param replaced whether a new entry replaced another
     */
    record Done(Optional<Entry> entry, boolean replaced) implements Outcome {

        @Override
        public <T> T fold(Function<Done, T> done, Function<Refusal, T> refused) {
            return done.apply(this);
        }
    }

    record Refused(Refusal refusal) implements Outcome {

        @Override
        public <T> T fold(Function<Done, T> done, Function<Refusal, T> refused) {
            return refused.apply(refusal);
        }
    }
}
