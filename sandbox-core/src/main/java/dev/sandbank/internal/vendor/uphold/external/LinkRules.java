package dev.sandbank.internal.vendor.uphold.external;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.vendor.uphold.external.Cards.Card;
import dev.sandbank.internal.vendor.uphold.rail.BankNumbers;
import dev.sandbank.internal.vendor.uphold.rail.RailLookup;
import dev.sandbank.internal.vendor.uphold.transaction.Capabilities;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts.CallFact;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks on linking a card or an account at a bank. */
final class LinkRules {

    private static final Finding NOT_SET_UP = new Finding(
            "External accounts are not set up for your organization", Map.of("why", List.of("permission-denied")));

    private final OperationContext context;
    private final Cards cards;
    private final RailLookup rails;
    private final Capabilities capabilities;

    LinkRules(OperationContext context, Cards cards) {
        this.context = context;
        this.cards = cards;
        this.rails = new RailLookup(context.store());
        this.capabilities = new Capabilities(context);
    }

    /** Returns the checks, by their names in the dialect. */
    Map<String, CallFact> findings() {
        Map<String, CallFact> findings = new HashMap<>();
        findings.put("linksNotSetUp", this::notSetUp);
        findings.put("linkWithoutRail", this::withoutRail);
        findings.put("linkTwice", this::twice);
        findings.put("linkNumber", LinkRules::number);
        findings.put("linkExpired", this::expired);
        findings.put("linkCardType", ofCard(this::cardType));
        findings.put("linkDeclined", ofCard(LinkRules::declined));
        findings.put("linkIncapable", this::incapable);
        findings.put("linkRailUseless", this::railUseless);
        return findings;
    }

    private CallFact ofCard(Function<Card, @Nullable Finding> rule) {
        return call -> {
            Card card = cards.of(call);
            return card == null ? null : rule.apply(card);
        };
    }

    private @Nullable Finding notSetUp(Call call) {
        return context.settings().texts("nodeTypes").contains("external-account") ? null : NOT_SET_UP;
    }

    private @Nullable Finding withoutRail(Call call) {
        return isOpen(call) || rails(call).findAny().isPresent()
                ? null
                : new Finding("There is no rail for this network and asset", Map.of("entity", "rail"));
    }

    private @Nullable Finding railUseless(Call call) {
        return isOpen(call) || rails(call).anyMatch(LinkRules::isOfUse)
                ? null
                : new Finding("The rail takes neither deposits nor withdrawals", Map.of());
    }

    private static boolean isOfUse(ObjectNode rail) {
        return RailLookup.hasFeature(rail, "deposit") || RailLookup.hasFeature(rail, "withdraw");
    }

    private boolean isOpen(Call call) {
        return rails.isOpen(call.input().body().path("type").asText());
    }

    private Stream<ObjectNode> rails(Call call) {
        JsonNode body = call.input().body();
        Card card = cards.of(call);
        return card == null
                ? rails.find(
                        "bank",
                        body.path("network").asText(),
                        body.path("asset").asText())
                : rails.find("card", card.network(), card.asset());
    }

    private @Nullable Finding twice(Call call) {
        JsonNode body = call.input().body();
        Card card = cards.of(call);
        return card == null
                ? twice(
                        call,
                        "accountNumber",
                        known -> known.at("/details/accountNumber").equals(body.path("accountNumber"))
                                && known.at("/details/routingNumber").equals(body.path("routingNumber")))
                : twice(
                        call,
                        "number",
                        known -> known.path("fingerprint").asText().equals(card.fingerprint()));
    }

    private @Nullable Finding twice(Call call, String property, Predicate<ObjectNode> same) {
        return context.visible().list(call.subject(), ExternalAccounts.COLLECTION).stream()
                        .map(Entry::document)
                        .anyMatch(same)
                ? about("The user has linked it already", property)
                : null;
    }

    private static @Nullable Finding number(Call call) {
        JsonNode body = call.input().body();
        if (body.path("type").asText().equals("card")) {
            return BankNumbers.isCardNumber(body.path("number").asText())
                    ? null
                    : about("The card number is invalid", "number");
        }
        return BankNumbers.isRoutingNumber(body.path("routingNumber").asText())
                ? null
                : about("The routing number is invalid", "routingNumber");
    }

    private @Nullable Finding expired(Call call) {
        JsonNode expiry = call.input().body().path("expiryDate");
        return expiry.isMissingNode() || Cards.end(expiry).isAfter(context.now().get())
                ? null
                : new Finding(
                        "The card has expired",
                        Map.of(
                                "property", "expiryDate",
                                "rule", "difference-less-than-or-equal-to-threshold",
                                "threshold", Map.of("limit", 0, "unit", "milliseconds")));
    }

    /** Checks the card's type, if the fixture has rails for cards that allow only some types. */
    private @Nullable Finding cardType(Card card) {
        boolean taken = rails.isOpen("card")
                || rails.find("card", card.network(), card.asset())
                        .anyMatch(rail -> rail.path("method")
                                .asText(card.type() + "-card")
                                .equals(card.type() + "-card"));
        return taken ? null : new Finding("A " + card.type() + " card is not allowed", Map.of("type", card.type()));
    }

    private static @Nullable Finding declined(Card card) {
        String reason = card.isFromElsewhere()
                ? "card-issuer-country-mismatch"
                : switch (card.becomes()) {
                    case "declined" -> "card-declined";
                    case "permanently-declined" -> "card-permanently-declined";
                    default -> "";
                };
        return reason.isEmpty()
                ? null
                : new Finding("The card cannot be linked: " + reason.replace('-', ' '), Map.of("why", List.of(reason)));
    }

    private @Nullable Finding incapable(Call call) {
        return cards.of(call) == null
                ? null
                : capabilities
                        .against(call.subject().id(), List.of("cards"))
                        .map(refusal -> new Finding(refusal.detail(), refusal.facts()))
                        .orElse(null);
    }

    private static Finding about(String detail, String property) {
        return new Finding(detail, Map.of("property", property));
    }
}
