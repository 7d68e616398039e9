package dev.sandbank.internal.gate;

/**
 * One question asked of every call.
 *
 * @param <C> what a call is: of a guarded operation, or of an endpoint of the token server
 */
@FunctionalInterface
public interface Gate<C> {

    Verdict<C> examine(C call);
}
