package dev.sandbank.internal.gate;

/**
 * One check of every call.
 *
 * @param <C> the type of call: of a guarded operation, or of an endpoint of the token server
 */
@FunctionalInterface
public interface Gate<C> {

    Verdict<C> examine(C call);
}
