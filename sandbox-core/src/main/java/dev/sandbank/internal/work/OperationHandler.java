package dev.sandbank.internal.work;

import dev.sandbank.internal.model.Call;

/** The work of an operation: what it does with a call that passed every gate. */
@FunctionalInterface
public interface OperationHandler {

    Result perform(Call call);
}
