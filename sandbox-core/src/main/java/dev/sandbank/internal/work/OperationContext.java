package dev.sandbank.internal.work;

import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.store.Store;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What an operation's work may use.
 *
 * @param store the state of its environment
 * @param visible what of it a subject sees
 * @param now the sandbox's clock
 * @param ids makes identifiers
 * @param settings the bank's switches
 * @param publicBase scheme, host and port as callers know them, without a trailing slash
 * @param offered what the bank's Java offers to its data, made when a call first asks for any of it
 */
public record OperationContext(
        Store store,
        AccessFilter visible,
        Supplier<Instant> now,
        Ids ids,
        Settings settings,
        Supplier<String> publicBase,
        Supplier<VendorParts> offered) {

    /** One of a bank without Java. */
    public OperationContext(
            Store store,
            AccessFilter visible,
            Supplier<Instant> now,
            Ids ids,
            Settings settings,
            Supplier<String> publicBase) {
        this(store, visible, now, ids, settings, publicBase, () -> VendorParts.NONE);
    }

    public OperationContext with(Supplier<VendorParts> offered) {
        return new OperationContext(store, visible, now, ids, settings, publicBase, new Once<>(offered));
    }

    public VendorParts parts() {
        return offered.get();
    }
}
