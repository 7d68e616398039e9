package dev.sandbank.internal.work;

import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.store.Store;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The services for an operation's work.
 *
 * @param store the state of its environment
 * @param visible the filter for what a subject sees
 * @param now the sandbox's clock
 * @param ids makes identifiers
 * @param settings the bank's settings
 * @param publicBase scheme, host and port as callers know them, without a trailing slash
 * @param offered the parts that the bank's Java offers to its data, made when a call first needs any
 */
public record OperationContext(
        Store store,
        AccessFilter visible,
        Supplier<Instant> now,
        Ids ids,
        Settings settings,
        Supplier<String> publicBase,
        Supplier<VendorParts> offered) {

    /** Makes one for a bank without Java. */
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
