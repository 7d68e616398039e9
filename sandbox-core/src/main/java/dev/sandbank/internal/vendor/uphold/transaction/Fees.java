package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.vendor.uphold.asset.Asset;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The fees of a fixture: charged in the asset that leaves, each rounded up to the asset's decimals. */
public final class Fees {

    private final Store store;

    public Fees(Store store) {
        this.store = store;
    }

    /**
     * The fees of a transaction.
     *
     * @param shown the fees as the bank shows them
     * @param sum all of them together
     */
    public record Charged(ArrayNode shown, BigDecimal sum) {}

    /**
     * Returns the fees of a transaction.
     *
     * @param base the amount to which percentages apply
     */
    public Charged on(TransactionLegs deal, BigDecimal base) {
        ArrayNode shown = JsonNodeFactory.instance.arrayNode();
        BigDecimal sum = BigDecimal.ZERO;
        for (Entry fee : store.entries().all("fees")) {
            ObjectNode rule = fee.document();
            if (deal.isAmong(rule) && deal.debits(rule)) {
                BigDecimal amount = amount(rule, base, deal.origin().asset());
                shown.add(shown(fee, amount, deal.origin().asset()));
                sum = sum.add(amount);
            }
        }
        return new Charged(shown, sum);
    }

    private static BigDecimal amount(ObjectNode rule, BigDecimal base, Asset asset) {
        BigDecimal fixed = new BigDecimal(rule.path("amount").asText("0"));
        BigDecimal percentage = new BigDecimal(rule.path("percentage").asText("0"));
        return fixed.add(base.multiply(percentage).movePointLeft(2)).setScale(asset.decimals(), RoundingMode.UP);
    }

    private static ObjectNode shown(Entry fee, BigDecimal amount, Asset asset) {
        ObjectNode rule = fee.document();
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("type", rule.path("type").asText());
        shown.put("code", rule.path("code").asText(fee.id()));
        shown.put("asset", asset.code());
        shown.put("amount", asset.text(amount));
        if (rule.has("percentage")) {
            shown.put("percentage", rule.path("percentage").asText());
        }
        return shown;
    }
}
