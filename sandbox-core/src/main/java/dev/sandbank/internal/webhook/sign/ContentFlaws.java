package dev.sandbank.internal.webhook.sign;

import dev.sandbank.BadDelivery.Attempt;
import dev.sandbank.BadDelivery.Expectation;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.internal.webhook.sign.BadDeliveries.Plan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Content that a receiver does not expect. What proves the sender is right. */
record ContentFlaws(Draft draft) {

    private static final String TYPE = "event.type";
    private static final String CATEGORY = "event.category";
    private static final Duration LATE = Duration.ofDays(3);

    void addTo(Map<DeliveryFlaw, Supplier<Plan>> makers) {
        makers.put(
                DeliveryFlaw.NOT_JSON,
                () -> Plan.refused(draft.good(changed(body -> body.substring(0, body.length() / 2)))));
        makers.put(
                DeliveryFlaw.UNKNOWN_MEMBERS,
                () -> Plan.accepted(draft.good(changed(draft.places()::withFurtherMembers))));
        makers.put(DeliveryFlaw.FORMATTED_BODY, () -> Plan.accepted(draft.good(changed(BodyPlaces::formatted))));
        makers.put(DeliveryFlaw.HEADER_CASE, () -> Plan.accepted(inAnotherCase()));
        makers.put(
                DeliveryFlaw.SHUFFLED,
                () -> new Plan(
                        Expectation.ACCEPT, List.of(draft.good(draft.message()), draft.good(draft.neighbour())), 2));
        if (draft.places().has("event.data")) {
            makers.put(DeliveryFlaw.EMPTY_DATA, () -> Plan.either(draft.good(changed(draft.places()::withoutData))));
        }
        if (draft.places().has("event.createdAt")) {
            makers.put(DeliveryFlaw.LATE, () -> Plan.accepted(draft.good(draft.made(draft.message(), LATE))));
        }
        unknown(DeliveryFlaw.UNKNOWN_TYPE, TYPE, makers);
        unknown(DeliveryFlaw.UNKNOWN_CATEGORY, CATEGORY, makers);
    }

    private Message changed(UnaryOperator<String> change) {
        return draft.message().withBody(change.apply(draft.message().body()));
    }

    private void unknown(DeliveryFlaw flaw, String fact, Map<DeliveryFlaw, Supplier<Plan>> makers) {
        if (draft.places().has(fact) || draft.sends(fact)) {
            makers.put(flaw, () -> {
                String known = draft.places().text(draft.message().body(), fact);
                String other = known.contains(".") ? known + ".unknown" : known + "Unknown";
                Message message =
                        changed(body -> draft.places().with(body, fact, other)).with(fact, other);
                return new Plan(Expectation.ACKNOWLEDGE, List.of(draft.good(message)), 1);
            });
        }
    }

    private Attempt inAnotherCase() {
        Map<String, String> fields = new LinkedHashMap<>();
        draft.good(draft.message()).headers().forEach((name, value) -> {
            String upper = name.toUpperCase(Locale.ROOT);
            fields.put(upper.equals(name) ? name.toLowerCase(Locale.ROOT) : upper, value);
        });
        return new Attempt(fields, draft.message().body());
    }
}
