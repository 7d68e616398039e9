package dev.sandbank.internal.webhook.sign;

import dev.sandbank.BadDelivery.Attempt;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.internal.webhook.sign.BadDeliveries.Plan;
import dev.sandbank.internal.webhook.sign.Sender.Basic;
import dev.sandbank.internal.webhook.sign.Sender.Bearer;
import dev.sandbank.internal.webhook.sign.Sender.Credentials;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Credentials that are not the receiver's. */
record CredentialFlaws(Draft draft) {

    void addTo(Map<DeliveryFlaw, Supplier<Plan>> makers) {
        Credentials right = draft.sender().credentials();
        if (right == null) {
            return;
        }
        makers.put(
                DeliveryFlaw.MISSING_CREDENTIALS,
                () -> Plan.refused(draft.without(List.of(MessageSigner.AUTHORIZATION))));
        if (right instanceof Basic basic) {
            makers.put(DeliveryFlaw.WRONG_PASSWORD, () -> with(new Basic(basic.username(), other(basic.password()))));
            makers.put(DeliveryFlaw.OTHER_USER, () -> with(new Basic(other(basic.username()), basic.password())));
        } else if (right instanceof Bearer bearer) {
            String expired = bearer.expired();
            makers.put(DeliveryFlaw.FOREIGN_TOKEN, () -> with(new Bearer(other(bearer.token()), null)));
            if (expired != null) {
                makers.put(DeliveryFlaw.EXPIRED_TOKEN, () -> with(new Bearer(expired, null)));
            }
        }
        if (draft.style().signature() == null) {
            makers.put(DeliveryFlaw.TAMPERED_BODY, () -> Plan.either(draft.good(tampered())));
        }
    }

    private Message tampered() {
        return draft.message().withBody(BodyPlaces.tampered(draft.message().body()));
    }

    private String other(String secret) {
        String alike = draft.alike(secret);
        return alike.equals(secret) ? secret + "-" : alike;
    }

    private Plan with(Credentials wrong) {
        Sender stranger = new Sender(draft.sender().secrets(), draft.sender().keys(), wrong);
        return Plan.refused(new Attempt(
                new MessageSigner(draft.style(), stranger).headers(draft.message(), draft.now()),
                draft.message().body()));
    }
}
