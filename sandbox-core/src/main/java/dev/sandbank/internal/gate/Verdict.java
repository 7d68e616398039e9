package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Refusal;
import java.util.function.Function;

/**
 * What a gate says: go on with what is now known, or stop here and why.
 *
 * @param <C> what a call is
 */
public sealed interface Verdict<C> {

    static <C> Verdict<C> pass(C call, String saw) {
        return new Pass<>(call, saw);
    }

    static <C> Verdict<C> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** What the gate looked at and found, in words. */
    String saw();

    boolean passed();

    Verdict<C> then(Gate<C> next);

    <T> T fold(Function<C, T> passed, Function<Refusal, T> refused);

    /** Go on, with a call that knows more. */
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

    /** Stop here: no later gate is asked. */
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
