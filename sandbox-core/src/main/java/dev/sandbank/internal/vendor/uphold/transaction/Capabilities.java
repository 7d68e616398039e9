package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a user must be capable of for a transaction, and what stands against it. */
public final class Capabilities {

    private final Store store;

    public Capabilities(Store store) {
        this.store = store;
    }

    public Optional<Refusal> against(String user, TransactionLegs deal) {
        return against(user, needed(deal));
    }

    /** What stands against the first of these capabilities that something stands against. */
    public Optional<Refusal> against(String user, List<String> codes) {
        JsonNode listed = store.entries()
                .find(Directory.USERS, user)
                .map(entry -> entry.document().path("capabilities"))
                .orElseGet(JsonNodeFactory.instance::missingNode);
        return codes.stream()
                .flatMap(code -> standingAgainst(listed, code).stream())
                .findFirst()
                .map(Capabilities::refusal);
    }

    private static Optional<ObjectNode> standingAgainst(JsonNode listed, String code) {
        return StreamSupport.stream(listed.spliterator(), false)
                .filter(each -> each.path("code").asText().equals(code))
                .filter(each -> !each.path("requirements").isEmpty()
                        || !each.path("restrictions").isEmpty())
                .map(each -> JsonNodeFactory.instance
                        .objectNode()
                        .put("code", code)
                        .<ObjectNode>set("requirements", words(each.path("requirements")))
                        .<ObjectNode>set("restrictions", words(each.path("restrictions"))))
                .findFirst();
    }

    private static ArrayNode words(JsonNode said) {
        return said instanceof ArrayNode words ? words : JsonNodeFactory.instance.arrayNode();
    }

    private static Refusal refusal(ObjectNode capability) {
        String detail = "The user has constraints on the capability "
                + capability.path("code").asText();
        return new Refusal.RuleBroken("capability-missing", detail, Map.of("capability", capability));
    }

    /** Between one's own accounts of one asset nothing is needed. */
    private List<String> needed(TransactionLegs deal) {
        List<String> codes = new ArrayList<>(
                switch (deal.kind()) {
                    case TRANSFER, TRADE -> List.of();
                    case CRYPTO_WITHDRAWAL -> List.of("crypto-withdrawals");
                    case DEPOSIT -> List.of("deposits", deposits(deal.outside()));
                    case WITHDRAWAL -> List.of(means(deal.outside()) + "-withdrawals");
                });
        if (deal.converts()) {
            codes.add("trades");
        }
        return codes;
    }

    private String deposits(Node origin) {
        String means = means(origin);
        return switch (means) {
            case "bank" -> "bank-deposits";
            case "card" -> "cards";
            default -> means;
        };
    }

    /** A bank, a card, or a payment method by its name. */
    private String means(Node outside) {
        return outside.isApm()
                ? outside.node().path("method").asText()
                : store.entries()
                        .find("externalAccounts", outside.id())
                        .map(entry -> entry.document().path("type").asText())
                        .orElse("");
    }
}
