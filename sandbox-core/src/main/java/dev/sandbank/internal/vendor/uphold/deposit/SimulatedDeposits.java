package dev.sandbank.internal.vendor.uphold.deposit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.vendor.uphold.asset.Asset;
import dev.sandbank.internal.vendor.uphold.asset.Assets;
import dev.sandbank.internal.vendor.uphold.asset.DefaultAccounts;
import dev.sandbank.internal.vendor.uphold.asset.Denomination;
import dev.sandbank.internal.vendor.uphold.asset.Rates;
import dev.sandbank.internal.vendor.uphold.transaction.Fees;
import dev.sandbank.internal.vendor.uphold.transaction.Limits;
import dev.sandbank.internal.vendor.uphold.transaction.Node;
import dev.sandbank.internal.vendor.uphold.transaction.Pricing;
import dev.sandbank.internal.vendor.uphold.transaction.Pricing.Price;
import dev.sandbank.internal.vendor.uphold.transaction.TransactionLegs;
import dev.sandbank.internal.vendor.uphold.transaction.UpholdTransactions;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.Result;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code core.simulate-bank-deposit} and {@code core.simulate-crypto-deposit}: a payment to a deposit method arrives.
 */
public final class SimulatedDeposits {

    private static final String TOO_MUCH_OR_LITTLE = "amount-out-of-bounds";

    private final OperationContext context;
    private final UpholdTransactions transactions;
    private final DepositMethods methods;
    private final Assets assets;
    private final Pricing pricing;
    private final Limits limits;

    public SimulatedDeposits(OperationContext context, UpholdTransactions transactions) {
        this.context = context;
        this.transactions = transactions;
        this.methods = new DepositMethods(context);
        this.assets = new Assets(context.store());
        this.pricing = new Pricing(new Rates(context.store()), new Fees(context.store()));
        this.limits = new Limits(context, assets);
    }

    /** Makes the payment; the dialect's rules have already found the deposit method. */
    public Result simulate(Call call) {
        Entry method = methods.paid(call).orElseThrow();
        Asset asset = assets.get(method.document().path("asset").asText());
        TransactionLegs deal = new TransactionLegs(new Node(asset, origin(call)), destination(account(call, method)));
        Denomination sent =
                new Denomination(asset, call.input().body().path("amount").asText(), true);
        return pricing.price(deal, sent).fold(price -> receive(call, deal, sent, price), SimulatedDeposits::refused);
    }

    private Result receive(Call call, TransactionLegs deal, Denomination sent, Price price) {
        return limits.against(call.subject().id(), deal, price.leaving())
                .map(SimulatedDeposits::refused)
                .orElseGet(() -> transactions.receive(call, deal, sent, price));
    }

    /** Returns the refusal in the words of this operation, which has no denomination and words limits differently. */
    private static Result refused(Refusal refusal) {
        if (!refusal.key().equals(TOO_MUCH_OR_LITTLE)) {
            return new Result.Refused(refusal);
        }
        Map<String, Object> facts = new HashMap<>(refusal.facts());
        facts.put("property", "amount");
        if (facts.remove("limit") instanceof Map<?, ?> limit) {
            Optional.ofNullable(limit.get("minimumAmount"))
                    .or(() -> Optional.ofNullable(limit.get("maximumAmount")))
                    .ifPresent(bound -> facts.put("threshold", Map.of("value", bound)));
        }
        return Result.refuse(TOO_MUCH_OR_LITTLE, refusal.detail(), facts);
    }

    private ObjectNode origin(Call call) {
        JsonNode body = call.input().body();
        boolean coins = body.has("address");
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", coins ? "crypto-address" : "bank-address");
        node.set("network", body.path("network"));
        if (coins) {
            node.putObject("execution")
                    .put("mode", "simulated")
                    .put("transactionHash", UpholdTransactions.hash(context.ids()));
        }
        return node;
    }

    private Node destination(Entry account) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", "account").put("id", account.id()).put("ownerId", account.owner());
        return new Node(assets.get(account.document().path("asset").asText()), node);
    }

    /** Returns the account of the deposit method; without its reference, the default account of the asset. */
    private Entry account(Call call, Entry method) {
        boolean lost =
                methods.details(method).has("reference") && !call.input().body().has("reference");
        Optional<Entry> usual = new DefaultAccounts(context.visible())
                .of(call).stream()
                        .filter(account -> lost
                                && account.document()
                                        .path("asset")
                                        .equals(method.document().path("asset")))
                        .findFirst();
        return usual.orElseGet(() -> context.store()
                .entries()
                .find("accounts", method.document().path("account").asText())
                .orElseThrow());
    }
}
