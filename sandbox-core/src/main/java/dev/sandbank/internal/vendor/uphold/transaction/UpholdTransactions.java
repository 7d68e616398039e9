package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.time.TimeLimits;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.vendor.uphold.asset.Assets;
import dev.sandbank.internal.vendor.uphold.asset.Denomination;
import dev.sandbank.internal.vendor.uphold.asset.Metadata;
import dev.sandbank.internal.vendor.uphold.asset.UpholdBalances;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.ReplyRenderer;
import dev.sandbank.internal.work.Result;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * {@code core.create-transaction}: commits a quote, once; an amount that leaves an account is held until it has left.
 */
public final class UpholdTransactions {

    public static final String TRANSACTIONS = "transactions";

    private static final String HEXADECIMAL = "0123456789abcdef";
    private static final int HASH_LENGTH = 64;

    private final OperationContext context;
    private final ReplyRenderer answers;
    private final Assets assets;
    private final CommitRules rules;
    private final Outcomes outcomes;
    private final UpholdSettlement settlement;

    public UpholdTransactions(OperationContext context, ReplyRenderer answers, UpholdSettlement settlement) {
        this.context = context;
        this.answers = answers;
        this.assets = new Assets(context.store());
        this.rules = new CommitRules(context, assets);
        this.outcomes = new Outcomes(context.store());
        this.settlement = settlement;
    }

    public Result create(Call call) {
        Entry quote = call.resources().get(0).entry();
        TransactionLegs deal = TransactionLegs.of(quote.document(), assets);
        return rules.against(call, deal, quote.document())
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> commit(call, deal, quote));
    }

    private Result commit(Call call, TransactionLegs deal, Entry quote) {
        ObjectNode document = quote.document().deepCopy();
        document.remove(List.of("requirements", "expiresAt"));
        document.withArray("/fees");
        confirm(call, deal, document);
        Metadata.keep(call, document);
        context.store().entries().delete(Quotes.QUOTES, quote.id());
        if (deal.origin().isAccount()) {
            BigDecimal leaving = new BigDecimal(document.at("/origin/amount").asText());
            new UpholdBalances(context.store().entries(), assets)
                    .change(deal.origin().id(), BigDecimal.ZERO, leaving.negate());
        }
        return answers.about(call, add(call, deal, document, quote.createdAt()));
    }

    /** Creates a transaction that arrives from outside without a quote. */
    public Result receive(Call call, TransactionLegs deal, Denomination denomination, Pricing.Price price) {
        ObjectNode document = Quotes.terms(deal, denomination, price);
        document.put("id", context.ids().uuid()).put("owner", call.subject().id());
        return answers.about(call, add(call, deal, document, context.now().get()));
    }

    /** Adds what the other side says at once: where to authorize a card, or the hash of a coin transaction. */
    private void confirm(Call call, TransactionLegs deal, ObjectNode document) {
        if (deal.origin().isExternalAccount()) {
            CommitRules.returnUrl(call.input().body().path("params"))
                    .ifPresent(url -> document.withObject("/origin/node").put("confirmationUrl", url));
        }
        if (deal.destination().isCryptoAddress()) {
            document.withObject("/destination/node/execution")
                    .put("mode", context.settings().text("cryptoExecution"))
                    .put("transactionHash", hash(context.ids()));
        }
    }

    /** Returns a hash that belongs to no real transaction. */
    public static String hash(Ids ids) {
        return ids.text(HEXADECIMAL, HASH_LENGTH);
    }

    /** Adds a transaction, which has the id of its quote if there is one. */
    private Entry add(Call call, TransactionLegs deal, ObjectNode document, Instant quotedAt) {
        String id = document.path("id").asText();
        document.put("status", "processing");
        document.put("quotedAt", Timestamps.text(quotedAt));
        outcomes.plan(deal, document.path("denomination")).ifPresent(plan -> document.set("plan", plan));
        Instant due = TimeLimits.later(context.now().get(), settlement.delay(deal));
        document.put("settlesAt", Timestamps.text(due));
        Entry added =
                context.store().entries().add(TRANSACTIONS, id, call.subject().id(), null, document);
        context.store().alarms().set(TRANSACTIONS, id, due);
        return added;
    }
}
