package dev.sandbank.internal.bank;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.store.EntryChanges;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.webhook.Webhooks;
import dev.sandbank.internal.work.Once;
import dev.sandbank.internal.work.OperationContext;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The state of an environment, what its operations may use, and its webhooks: they are made for the first event, of
 * which the seed makes none.
 */
final class EnvironmentState {

    private final Dialect dialect;
    private final Store store;
    private final OperationContext context;
    private final Supplier<SigningKeys> keys;
    private final Outside outside;
    private final Once<Webhooks> webhooks = new Once<>(this::make);

    /** @param keys its keys, once it is complete */
    EnvironmentState(
            BankDefinition definition,
            PreparedFixture.EnvironmentSeed start,
            Share share,
            MountPoint mount,
            Supplier<SigningKeys> keys) {
        this.keys = keys;
        this.outside = mount.outside();
        this.dialect = definition.dialect();
        this.store = Store.open(
                start.seed(), share.now(), share.bytes(), new EntryChanges(definition.watched(), webhooks::get));
        this.context = Vendors.context(dialect, store, share.ids(), start.settings(), mount);
    }

    /**
     * What an environment has of the whole sandbox.
     *
     * @param ids makes new ids
     * @param now the time
     * @param bytes about how much memory its state may take
     */
    record Share(Ids ids, Supplier<Instant> now, long bytes) {}

    private Webhooks make() {
        return new Webhooks(dialect, context, keys, outside.receivers().get(), outside.notes());
    }

    Store store() {
        return store;
    }

    OperationContext context() {
        return context;
    }

    /** Returns the webhooks; empty if the bank has no events. */
    Optional<Webhooks> webhooks() {
        return dialect.offer().events().isEmpty() ? Optional.empty() : Optional.of(webhooks.get());
    }

    void close() {
        webhooks.made().ifPresent(Webhooks::close);
        store.close();
    }
}
