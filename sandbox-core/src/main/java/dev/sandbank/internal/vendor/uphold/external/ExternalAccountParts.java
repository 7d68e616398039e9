package dev.sandbank.internal.vendor.uphold.external;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.time.TimeLimits;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.vendor.uphold.external.Cards.Card;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts;
import dev.sandbank.internal.work.VendorParts.CallFact;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The parts about linked accounts that the dialect can name. */
public final class ExternalAccountParts {

    private ExternalAccountParts() {}

    public static VendorParts of(OperationContext context) {
        Cards cards = new Cards(context.store());
        ExternalAccounts accounts = new ExternalAccounts(context.store());
        Map<String, CallFact> ofCall = new HashMap<>(new LinkRules(context, cards).findings());
        ofCard(ofCall, cards, "cardAsset", Card::asset);
        ofCard(ofCall, cards, "cardNetwork", Card::network);
        ofCard(ofCall, cards, "cardType", Card::type);
        ofCard(ofCall, cards, "cardFingerprint", Card::fingerprint);
        ofCard(ofCall, cards, "cardPlan", Card::plan);
        ofCard(ofCall, cards, "cardSettlesAt", card -> settlesAt(context, card));
        ofCall.put("cardLastDigits", ExternalAccountParts::lastDigits);
        return new VendorParts(
                ofCall, Map.of("externalDetails", (call, account) -> accounts.details(account)), Map.of());
    }

    private static void ofCard(Map<String, CallFact> facts, Cards cards, String name, Function<Card, Object> fact) {
        facts.put(name, call -> {
            Card card = cards.of(call);
            return card == null ? null : fact.apply(card);
        });
    }

    private static String settlesAt(OperationContext context, Card card) {
        return Timestamps.text(TimeLimits.later(
                context.now().get(), card.after(context.settings().duration("externalAccountDelay"))));
    }

    private static String lastDigits(Call call) {
        String number = call.input().body().path("number").asText();
        return number.substring(Math.max(0, number.length() - 4));
    }
}
