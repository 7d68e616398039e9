package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.vendor.uphold.asset.UpholdRefusals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The outcomes that a fixture sets for transactions with certain amounts, so that tests can ask for them. */
public final class Outcomes {

    private static final List<String> OF_PLANS = List.of("status", "reason", "then", "after", "request");

    private final Store store;

    public Outcomes(Store store) {
        this.store = store;
    }

    public Optional<Refusal> against(TransactionLegs deal, JsonNode denomination) {
        return asked(deal, denomination)
                .filter(outcome -> outcome.has("refuse"))
                .map(outcome -> outcome.path("refuse").asText())
                .findFirst()
                .map(reason -> UpholdRefusals.notPermitted(
                        "Transaction not allowed: " + reason.replace('-', ' '), List.of(reason)));
    }

    /** Returns the outcome after processing, unless the transaction is simply completed. */
    public Optional<ObjectNode> plan(TransactionLegs deal, JsonNode denomination) {
        return asked(deal, denomination)
                .filter(outcome -> outcome.has("status"))
                .findFirst()
                .map(outcome -> {
                    ObjectNode plan = JsonNodeFactory.instance.objectNode();
                    OF_PLANS.stream().filter(outcome::has).forEach(member -> plan.set(member, outcome.path(member)));
                    return plan;
                });
    }

    private Stream<ObjectNode> asked(TransactionLegs deal, JsonNode denomination) {
        BigDecimal amount = new BigDecimal(denomination.path("amount").asText());
        String asset = denomination.path("asset").asText();
        return store.entries().all("outcomes").stream()
                .map(Entry::document)
                .filter(outcome -> new BigDecimal(outcome.path("amount").asText()).compareTo(amount) == 0)
                .filter(outcome ->
                        !outcome.has("asset") || outcome.path("asset").asText().equals(asset))
                .filter(deal::isAmong);
    }
}
