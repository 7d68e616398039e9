package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.vendor.uphold.asset.UpholdRefusals;
import dev.sandbank.internal.vendor.uphold.rail.RailLookup;
import dev.sandbank.internal.work.OperationContext;
import java.util.List;
import java.util.Optional;

/** Checks which nodes can be combined, and whether an external account or an address can be one. */
public final class NodeRules {

    private final OperationContext context;
    private final Rails rails;

    public NodeRules(OperationContext context) {
        this.context = context;
        this.rails = new Rails(context.store());
    }

    public Optional<Refusal> against(TransactionLegs deal) {
        return permitted("Origin", deal.origin())
                .or(() -> permitted("Destination", deal.destination()))
                .or(() -> together(deal))
                .or(() -> deal.origin().isExternalAccount()
                        ? external("origin", "deposit", deal.origin())
                        : Optional.empty())
                .or(() -> deal.destination().isExternalAccount()
                        ? external("destination", "withdraw", deal.destination())
                        : Optional.empty())
                .or(() -> deal.destination().isCryptoAddress() ? rails.against(deal.destination()) : Optional.empty());
    }

    private Optional<Refusal> permitted(String name, Node end) {
        return context.settings().texts("nodeTypes").contains(end.type())
                ? Optional.empty()
                : Optional.of(UpholdRefusals.notPermitted(
                        name + " node type '" + end.type() + "' is not configured for your organization",
                        List.of("permission-denied")));
    }

    private static Optional<Refusal> together(TransactionLegs deal) {
        if (!deal.origin().isAccount() && !deal.destination().isAccount()) {
            return Optional.of(UpholdRefusals.node("One of origin and destination must be an account"));
        }
        if (deal.origin().isAccount()
                && deal.origin().node().equals(deal.destination().node())) {
            return Optional.of(UpholdRefusals.node("Origin and destination must not be the same account"));
        }
        return deal.outside().isApm() && !deal.outside().asset().fiat()
                ? Optional.of(UpholdRefusals.node("An alternative payment method moves no "
                        + deal.outside().asset().code()))
                : Optional.empty();
    }

    private Optional<Refusal> external(String name, String feature, Node end) {
        ObjectNode account = externalAccount(end);
        String status = account.path("status").asText("ok");
        if (!status.equals("ok")) {
            return Optional.of(UpholdRefusals.node("The " + name + " external account is " + status));
        }
        if (!RailLookup.hasFeature(account, feature)) {
            return Optional.of(
                    UpholdRefusals.node("The " + name + " external account lacks '" + feature + "' feature"));
        }
        boolean otherNetwork =
                end.node().has("network") && !end.node().path("network").equals(account.path("network"));
        return otherNetwork
                ? Optional.of(
                        UpholdRefusals.node("The " + name + " external account does not support the specified network"))
                : Optional.empty();
    }

    /** Returns what is known about the external account of a node. */
    public ObjectNode externalAccount(Node end) {
        return context.store()
                .entries()
                .find("externalAccounts", end.id())
                .map(entry -> entry.document())
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** Returns what the caller must do to commit a quote. */
    public List<String> requirements(TransactionLegs deal) {
        Node outside = deal.outside();
        if (outside.isApm()) {
            return List.of("authorize:" + outside.node().path("method").asText());
        }
        if (deal.origin().isExternalAccount()
                && externalAccount(outside).path("threeDSecure").asBoolean()) {
            return List.of("authorize:3ds");
        }
        return outside.isCryptoAddress() && rails.askForTravelRule(outside) ? List.of("travel-rule") : List.of();
    }
}
