package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.vendor.uphold.customer.UserCapabilities;
import dev.sandbank.internal.work.OperationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the capabilities that a user needs for a transaction. */
public final class Capabilities {

    private final Store store;
    private final UserCapabilities capabilities;

    public Capabilities(OperationContext context) {
        this.store = context.store();
        this.capabilities = new UserCapabilities(context);
    }

    public Optional<Refusal> against(String user, TransactionLegs deal) {
        return against(user, needed(deal));
    }

    /** Returns the refusal for the first of these capabilities that the user cannot use. */
    public Optional<Refusal> against(String user, List<String> codes) {
        return store.entries().find(Directory.USERS, user).stream()
                .flatMap(entry -> codes.stream().map(code -> capabilities.of(entry, code)))
                .filter(capability -> !capability.path("enabled").asBoolean()
                        || !capability.path("requirements").isEmpty()
                        || !capability.path("restrictions").isEmpty())
                .findFirst()
                .map(capability -> refusal(capability.retain("code", "requirements", "restrictions")));
    }

    private static Refusal refusal(ObjectNode capability) {
        String detail = "The user has constraints on the capability "
                + capability.path("code").asText();
        return new Refusal.RuleBroken("capability-missing", detail, Map.of("capability", capability));
    }

    /** Returns the needed capabilities; none between a user's own accounts in one asset. */
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

    /** Returns the kind of the outside node: a bank, a card, or the name of a payment method. */
    private String means(Node outside) {
        return outside.isApm()
                ? outside.node().path("method").asText()
                : store.entries()
                        .find("externalAccounts", outside.id())
                        .map(entry -> entry.document().path("type").asText())
                        .orElse("");
    }
}
