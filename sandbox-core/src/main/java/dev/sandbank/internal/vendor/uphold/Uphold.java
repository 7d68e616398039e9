package dev.sandbank.internal.vendor.uphold;

import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.vendor.uphold.transaction.Quotes;
import dev.sandbank.internal.vendor.uphold.transaction.UpholdSettlement;
import dev.sandbank.internal.vendor.uphold.transaction.UpholdTransactions;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.OperationHandler;
import dev.sandbank.internal.work.ReplyRenderer;
import dev.sandbank.internal.work.ScheduledTask;
import dev.sandbank.internal.work.Vendor;
import java.time.Instant;
import java.util.Map;

/** Uphold Enterprise: which class does the work of which operation, and what happens as time passes. */
public final class Uphold implements Vendor {

    @Override
    public String name() {
        return "uphold";
    }

    @Override
    public Map<String, OperationHandler> works(OperationContext context, ReplyRenderer answers) {
        Users users = new Users(context, answers);
        UpholdAccounts accounts = new UpholdAccounts(context, answers);
        Quotes quotes = new Quotes(context, answers);
        UpholdTransactions transactions = new UpholdTransactions(context, answers, new UpholdSettlement(context));
        return Map.of(
                "core.create-user", users::create,
                "core.delete-user", users::delete,
                "core.create-account", accounts::create,
                "core.archive-account", accounts::archive,
                "core.list-default-accounts", accounts::listDefaults,
                "core.create-quote", quotes::create,
                "core.create-transaction", transactions::create);
    }

    @Override
    public Map<String, ScheduledTask> duties(OperationContext context) {
        return Map.of(
                Quotes.QUOTES, new Expiry(context),
                UpholdTransactions.TRANSACTIONS, new UpholdSettlement(context));
    }

    /** A quote that has expired is gone; one of a fixture need not expire. */
    private record Expiry(OperationContext context) implements ScheduledTask {

        @Override
        public void run(Entry quote, Instant at) {
            if (!quote.document().has("expiresAt")) {
                return;
            }
            Instant expiry = Instant.parse(quote.document().path("expiresAt").asText());
            if (expiry.isAfter(at)) {
                context.store().alarms().set(Quotes.QUOTES, quote.id(), expiry);
            } else {
                context.store().entries().delete(Quotes.QUOTES, quote.id());
            }
        }
    }
}
