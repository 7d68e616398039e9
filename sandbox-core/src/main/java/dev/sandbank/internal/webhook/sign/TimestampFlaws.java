package dev.sandbank.internal.webhook.sign;

import dev.sandbank.BadDelivery.Attempt;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.internal.webhook.sign.BadDeliveries.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Timestamps and message ids that are wrong, missing, or repeated. */
record TimestampFlaws(Draft draft) {

    void addTo(Map<DeliveryFlaw, Supplier<Plan>> makers) {
        List<String> ids = draft.fields(MessageSigner.MESSAGE, MessageSigner.SIGNATURE, MessageSigner.TIMESTAMP);
        if (!ids.isEmpty()) {
            makers.put(
                    DeliveryFlaw.MISSING_MESSAGE_ID,
                    () -> Plan.refusedIf(draft.signs(MessageSigner.MESSAGE), draft.without(ids)));
        }
        boolean hasId = draft.sends(MessageSigner.MESSAGE)
                || draft.places().has(MessageSigner.MESSAGE)
                || draft.places().has("event.id");
        if (hasId) {
            makers.put(
                    DeliveryFlaw.DUPLICATE, () -> Plan.once(draft.good(draft.message()), draft.good(draft.message())));
        }
        if (draft.sends(MessageSigner.TIMESTAMP)) {
            ofTimestamps(makers, hasId);
        }
    }

    private void ofTimestamps(Map<DeliveryFlaw, Supplier<Plan>> makers, boolean hasId) {
        boolean isSigned = draft.signs(MessageSigner.TIMESTAMP);
        List<String> fields = draft.fields(MessageSigner.TIMESTAMP, MessageSigner.SIGNATURE);
        if (!fields.isEmpty()) {
            makers.put(DeliveryFlaw.MISSING_TIMESTAMP, () -> Plan.refusedIf(isSigned, draft.without(fields)));
        }
        makers.put(
                DeliveryFlaw.OLD_TIMESTAMP,
                () -> Plan.refusedIf(isSigned, draft.at(draft.beyondTolerance().negated())));
        makers.put(DeliveryFlaw.FUTURE_TIMESTAMP, () -> Plan.refusedIf(isSigned, draft.at(draft.beyondTolerance())));
        makers.put(
                DeliveryFlaw.UNREADABLE_TIMESTAMP,
                () -> Plan.refusedIf(
                        isSigned,
                        new Attempt(
                                draft.signer().headers(draft.message(), "yesterday"),
                                draft.message().body())));
        if (isSigned) {
            makers.put(
                    DeliveryFlaw.CHANGED_TIMESTAMP,
                    () -> Plan.refused(draft.replaced(
                            draft.message(),
                            draft.signer().timestamp(draft.now().plus(draft.withinTolerance())))));
        }
        if (hasId) {
            makers.put(DeliveryFlaw.RETRY, () -> Plan.once(draft.good(draft.message()), draft.at(pause())));
        }
    }

    /** Returns the time after which the bank tries again, if a receiver tolerates a timestamp that far ahead. */
    private Duration pause() {
        return draft.style().pauses().stream()
                .filter(pause -> pause.compareTo(draft.withinTolerance()) < 0)
                .findFirst()
                .orElse(draft.withinTolerance());
    }
}
