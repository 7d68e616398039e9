package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Refusal;
import java.util.function.Function;

/**
 * The verdict of a gate: pass the call on with new findings, or refuse it with a reason.
 *
 * @param <C> the type of call
 */
public sealed interface Verdict<C> {

    static <C> Verdict<C> pass(C call, String saw) {
        return new Pass<>(call, saw);
    }

    static <C> Verdict<C> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** Says what the gate looked at and found. */
    String saw();

    boolean passed();

    Verdict<C> then(Gate<C> next);

    <T> T fold(Function<C, T> passed, Function<Refusal, T> refused);

    /** Pass, with a call that has more findings. */
    record Pass<C>(C call, String saw) implements Verdict<C> {

        @Override
        public boolean passed() {
            return true;
        }

        @Override
        public Verdict<C> then(Gate<C> next) {
            return next.examine(call);
        }

        @Override
        public <T> T fold(Function<C, T> passed, Function<Refusal, T> refused) {
            return passed.apply(call);
        }
    }

    /** Refuse: no later gate is asked. */
    record Refused<C>(Refusal refusal) implements Verdict<C> {

        @Override
        public String saw() {
            return refusal.detail();
        }

        @Override
        public boolean passed() {
            return false;
        }

        @Override
        public Verdict<C> then(Gate<C> next) {
            return this;
        }

        @Override
        public <T> T fold(Function<C, T> passed, Function<Refusal, T> refused) {
            return refused.apply(refusal);
        }
    }
}
