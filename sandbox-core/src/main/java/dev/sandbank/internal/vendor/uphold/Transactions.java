package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.TimeLimits;
import dev.sandbank.internal.model.Timestamps;
import dev.sandbank.internal.work.Answers;
import dev.sandbank.internal.work.Outcome;
import dev.sandbank.internal.work.Tools;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code core.create-transaction}: commits a quote, once; what leaves an account is held until it has left. */
final class Transactions {

    static final String TRANSACTIONS = "transactions";

    private static final String HEXADECIMAL = "0123456789abcdef";
    private static final int HASH_LENGTH = 64;

    private final Tools tools;
    private final Answers answers;
    private final Assets assets;
    private final CommitRules rules;
    private final Outcomes outcomes;
    private final Settlement settlement;

    Transactions(Tools tools, Answers answers, Settlement settlement) {
        this.tools = tools;
        this.answers = answers;
        this.assets = new Assets(tools.store());
        this.rules = new CommitRules(tools, assets);
        this.outcomes = new Outcomes(tools.store());
        this.settlement = settlement;
    }

    Outcome create(Call call) {
        Entry quote = call.resources().get(0).entry();
        Deal deal = Deal.of(quote.document(), assets);
        return rules.against(call, deal, quote.document())
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> commit(call, deal, quote));
    }

    private Outcome commit(Call call, Deal deal, Entry quote) {
        ObjectNode document = quote.document().deepCopy();
        document.remove(List.of("requirements", "expiresAt"));
        document.withArray("/fees");
        document.put("status", "processing");
        document.put("quotedAt", Timestamps.text(quote.createdAt()));
        outcomes.plan(deal, document.path("denomination")).ifPresent(plan -> document.set("plan", plan));
        confirm(call, deal, document);
        Map<String, Object> besides = Metadata.keep(call, document);
        tools.store().entries().delete(Quotes.QUOTES, quote.id());
        if (deal.origin().isAccount()) {
            BigDecimal leaving = new BigDecimal(document.at("/origin/amount").asText());
            new Balances(tools.store().entries(), assets).change(deal.origin().id(), BigDecimal.ZERO, leaving.negate());
        }
        return answers.about(call, add(call, deal, document), besides);
    }

    /** What the other side says at once: where a card is authorized, and under which hash coins go out. */
    private void confirm(Call call, Deal deal, ObjectNode document) {
        if (deal.origin().isExternalAccount()) {
            CommitRules.returnUrl(call.input().body().path("params"))
                    .ifPresent(url -> document.withObject("/origin/node").put("confirmationUrl", url));
        }
        if (deal.destination().isCryptoAddress()) {
            document.withObject("/destination/node/execution")
                    .put("mode", tools.settings().text("cryptoExecution"))
                    .put("transactionHash", tools.ids().text(HEXADECIMAL, HASH_LENGTH));
        }
    }

    /** A transaction has the id of its quote. */
    private Entry add(Call call, Deal deal, ObjectNode document) {
        String id = document.path("id").asText();
        Instant due = TimeLimits.later(tools.now().get(), settlement.delay(deal));
        document.put("settlesAt", Timestamps.text(due));
        Entry added =
                tools.store().entries().add(TRANSACTIONS, id, call.subject().id(), null, document);
        tools.store().alarms().set(TRANSACTIONS, id, due);
        return added;
    }
}
