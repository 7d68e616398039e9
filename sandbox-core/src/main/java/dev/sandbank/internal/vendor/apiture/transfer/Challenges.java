package dev.sandbank.internal.vendor.apiture.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Refusal.RuleBroken;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.work.OperationContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Asks customers to prove their identity before some kinds of transfer.
 *
 * <p>Another API of the bank does the proof itself: the fixture lists the tokens that it would give the customer, each
 * for one use.
 */
public final class Challenges {

    private static final int LAST_DIGITS = 4;
    private static final int LONGEST_LABEL = 40;

    private final OperationContext context;

    public Challenges(OperationContext context) {
        this.context = context;
    }

    /**
     * Refuses a transfer that lacks a proof. A proof that is sent is checked even if it is not needed; an accepted one
     * is used up.
     */
    public Optional<Refusal> ask(TransferDraft draft) {
        boolean needed =
                context.settings().texts("challengeTransfers").contains(draft.isInternal() ? "internal" : "external");
        Optional<Entry> customer = Optional.of(draft.call().subject())
                .filter(subject -> subject.isUser())
                .flatMap(subject -> context.store().entries().find(Directory.USERS, subject.id()));
        if (needed && customer.filter(Challenges::isBlocked).isPresent()) {
            return Optional.of(new RuleBroken("challenge-blocked", "Too many challenges have failed", Map.of()));
        }
        Optional<String> proof = draft.call().input().text("Challenge");
        if (proof.isPresent()) {
            boolean good =
                    customer.filter(user -> use(user, proof.get(), draft.now())).isPresent();
            return good ? Optional.empty() : Optional.of(badProof(draft, needed));
        }
        return needed ? Optional.of(required(draft, customer)) : Optional.empty();
    }

    private static boolean isBlocked(Entry user) {
        return user.document().path("identityChallenge").path("blocked").asBoolean();
    }

    private static Refusal noFactors() {
        return new RuleBroken("no-challenge-factors", "The customer has no way to prove their identity", Map.of());
    }

    /** A proof that nobody has asked for belongs to no challenge. */
    private static Refusal badProof(TransferDraft draft, boolean needed) {
        return new RuleBroken(
                "challenge-header-invalid",
                "The Challenge header is unknown, used up or expired",
                needed ? Map.of("operationId", draft.call().operation().id()) : Map.of());
    }

    private Refusal required(TransferDraft draft, Optional<Entry> customer) {
        ArrayNode factors = customer.map(Challenges::factors).orElseGet(JsonNodeFactory.instance::arrayNode);
        if (factors.isEmpty()) {
            return noFactors();
        }
        ObjectNode challenge = JsonNodeFactory.instance.objectNode();
        challenge.put("operationId", draft.call().operation().id());
        challenge.put("challengeId", context.ids().uuid());
        challenge.set("factors", factors);
        return new RuleBroken(
                "challenge-required",
                "This transfer needs a proof of identity",
                Map.of("identityChallenge", challenge));
    }

    /** Removes a valid token from the customer's; returns false if there is none. */
    private boolean use(Entry user, String proof, Instant now) {
        ObjectNode document = user.document().deepCopy();
        ArrayNode left = JsonNodeFactory.instance.arrayNode();
        boolean good = false;
        for (JsonNode token : document.path("identityChallenge").path("tokens")) {
            if (!token.path("token").asText().equals(proof)) {
                left.add(token);
            } else if (isInTime(token.path("expiresAt"), now)) {
                good = true;
            }
        }
        if (good) {
            document.withObject("/identityChallenge").set("tokens", left);
            context.store().entries().replace(Directory.USERS, user.id(), document);
        }
        return good;
    }

    private static boolean isInTime(JsonNode expiresAt, Instant now) {
        return !expiresAt.isTextual() || now.isBefore(Instant.parse(expiresAt.textValue()));
    }

    /** Returns the fixture's factors, or those that follow from the customer's phone number and e-mail address. */
    private static ArrayNode factors(Entry user) {
        JsonNode told = user.document().path("identityChallenge").path("factors");
        if (told.isArray()) {
            return (ArrayNode) told;
        }
        ArrayNode factors = JsonNodeFactory.instance.arrayNode();
        JsonNode claims = user.document().path("claims");
        String phone = claims.path("phone_number").asText();
        if (phone.length() > LAST_DIGITS) {
            factor(factors, "sms", phone.substring(phone.length() - LAST_DIGITS));
            factor(factors, "voice", phone.substring(phone.length() - LAST_DIGITS));
        }
        String email = claims.path("email").asText();
        if (email.indexOf('@') > 0) {
            factor(factors, "email", email.charAt(0) + "***" + email.substring(email.indexOf('@')));
        }
        return factors;
    }

    private static void factor(ArrayNode factors, String type, String label) {
        String shown = label.substring(0, Math.min(label.length(), LONGEST_LABEL));
        factors.addObject().put("type", type).putArray("labels").add(shown);
    }
}
