package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.work.Tools;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which ends go together, and what an external account or an address must be like to be one. */
final class NodeRules {

    private final Tools tools;
    private final Rails rails;

    NodeRules(Tools tools) {
        this.tools = tools;
        this.rails = new Rails(tools.store());
    }

    Optional<Refusal> against(Deal deal) {
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

    private Optional<Refusal> permitted(String name, End end) {
        return tools.settings().texts("nodeTypes").contains(end.type())
                ? Optional.empty()
                : Optional.of(Denials.notPermitted(
                        name + " node type '" + end.type() + "' is not configured for your organization",
                        List.of("permission-denied")));
    }

    private static Optional<Refusal> together(Deal deal) {
        if (!deal.origin().isAccount() && !deal.destination().isAccount()) {
            return Optional.of(Denials.node("One of origin and destination must be an account"));
        }
        if (deal.origin().isAccount()
                && deal.origin().node().equals(deal.destination().node())) {
            return Optional.of(Denials.node("Origin and destination must not be the same account"));
        }
        return deal.outside().isApm() && !deal.outside().asset().fiat()
                ? Optional.of(Denials.node("An alternative payment method moves no "
                        + deal.outside().asset().code()))
                : Optional.empty();
    }

    private Optional<Refusal> external(String name, String feature, End end) {
        ObjectNode account = externalAccount(end);
        String status = account.path("status").asText("ok");
        if (!status.equals("ok")) {
            return Optional.of(Denials.node("The " + name + " external account is " + status));
        }
        if (!hasFeature(account, feature)) {
            return Optional.of(Denials.node("The " + name + " external account lacks '" + feature + "' feature"));
        }
        boolean otherNetwork =
                end.node().has("network") && !end.node().path("network").equals(account.path("network"));
        return otherNetwork
                ? Optional.of(Denials.node("The " + name + " external account does not support the specified network"))
                : Optional.empty();
    }

    /** What is known about the external account at an end, if anything is. */
    ObjectNode externalAccount(End end) {
        return tools.store()
                .entries()
                .find("externalAccounts", end.id())
                .map(entry -> entry.document())
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** Without a list of features it has all. */
    static boolean hasFeature(ObjectNode of, String feature) {
        JsonNode features = of.path("features");
        return features.isMissingNode()
                || Stream.iterate(0, index -> index < features.size(), index -> index + 1)
                        .anyMatch(index -> features.path(index).asText().equals(feature));
    }

    /** What must be done to commit a quote. */
    List<String> requirements(Deal deal) {
        End outside = deal.outside();
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
