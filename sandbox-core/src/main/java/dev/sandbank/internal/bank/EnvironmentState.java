package dev.sandbank.internal.bank;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.oidc.TokenServer;
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
    private final UsedGrants used;
    private final Supplier<TokenServer> tokens;
    private final Outside outside;
    private final Once<Webhooks> webhooks = new Once<>(this::make);

    /** @param tokens its token server, once it is complete */
    EnvironmentState(
            BankDefinition definition,
            PreparedFixture.EnvironmentSeed start,
            Share share,
            MountPoint mount,
            Supplier<TokenServer> tokens) {
        this.tokens = tokens;
        this.outside = mount.outside();
        this.dialect = definition.dialect();
        this.store = Store.open(start.seed(), share.now(), share.bytes(), changes(definition));
        this.context = Vendors.context(dialect, store, share.ids(), start.settings(), mount);
        this.used = GateOrder.used(dialect, context);
    }

    private EntryChanges changes(BankDefinition definition) {
        return new EntryChanges(definition.watched(), dialect.issuer().tellsLogouts(), webhooks::get);
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
        return new Webhooks(
                dialect,
                context,
                () -> tokens.get().keys(),
                end -> tokens.get().logoutToken(end),
                outside.receivers().get(),
                outside.notes());
    }

    Store store() {
        return store;
    }

    UsedGrants used() {
        return used;
    }

    OperationContext context() {
        return context;
    }

    /** Returns the webhooks; empty if the bank has no events, and nobody can sign in there. */
    Optional<Webhooks> webhooks() {
        return dialect.tells() ? Optional.of(webhooks.get()) : Optional.empty();
    }

    void close() {
        webhooks.made().ifPresent(Webhooks::close);
        store.close();
    }
}
