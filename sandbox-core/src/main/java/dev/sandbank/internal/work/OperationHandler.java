package dev.sandbank.internal.work;

import dev.sandbank.internal.model.Call;

/** An operation's own work: what it does with a call that every gate has let on. */
@FunctionalInterface
public interface OperationHandler {

    Result perform(Call call);
}
