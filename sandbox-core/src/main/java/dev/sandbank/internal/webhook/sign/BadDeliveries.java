package dev.sandbank.internal.webhook.sign;

import dev.sandbank.BadDelivery;
import dev.sandbank.BadDelivery.Attempt;
import dev.sandbank.BadDelivery.Expectation;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.internal.dialect.WebhookStyle;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The catalogue of bad deliveries. Which flaws exist follows from how a bank's messages look, and what proves them. */
public final class BadDeliveries {

    private final Makers makers;

    private BadDeliveries(Makers makers) {
        this.makers = makers;
    }

    /**
     * Returns the catalogue of a bank's events.
     *
     * @param ids draws the secrets, tokens and ids that are not the sandbox's
     */
    public static BadDeliveries of(WebhookStyle style, Sender sender, Ids ids) {
        return new BadDeliveries((message, now) -> makers(style, new Draft(style, sender, ids, message, now)));
    }

    /**
     * Returns the catalogue of logout tokens.
     *
     * @param session whether the client requires that they name the session
     */
    public static BadDeliveries ofLogouts(SigningKeys keys, boolean session) {
        return new BadDeliveries((message, now) -> new LogoutFlaws(keys, session, message, now).all());
    }

    /** Makes the bad deliveries of a good message at a moment. */
    private interface Makers {

        Map<DeliveryFlaw, Supplier<Plan>> of(Message message, Instant now);
    }

    /** Returns the flaws that a delivery can have. */
    public Set<DeliveryFlaw> flaws() {
        Set<DeliveryFlaw> flaws = EnumSet.noneOf(DeliveryFlaw.class);
        flaws.addAll(
                makers.of(new Message("", "{}", name -> null), Instant.EPOCH).keySet());
        return Collections.unmodifiableSet(flaws);
    }

    /**
     * Makes a bad delivery of a good message.
     *
     * @param now the moment of the attempt
     * @throws IllegalArgumentException if deliveries cannot have this flaw
     */
    public BadDelivery make(DeliveryFlaw flaw, Message message, Instant now) {
        Supplier<Plan> maker = makers.of(message, now).get(flaw);
        if (maker == null) {
            throw new IllegalArgumentException(flaw + " is not a flaw of this bank's webhooks: they have " + flaws());
        }
        Plan plan = maker.get();
        return new Made(flaw, plan.expectation(), plan.attempts(), plan.stored());
    }

    private static Map<DeliveryFlaw, Supplier<Plan>> makers(WebhookStyle style, Draft draft) {
        Map<DeliveryFlaw, Supplier<Plan>> makers = new EnumMap<>(DeliveryFlaw.class);
        if (style.signature() != null) {
            new SignatureFlaws(draft, style.signature()).addTo(makers);
        }
        new TimestampFlaws(draft).addTo(makers);
        new CredentialFlaws(draft).addTo(makers);
        new ContentFlaws(draft).addTo(makers);
        return makers;
    }

    /** What is sent, and what a right receiver does. */
    record Plan(Expectation expectation, List<Attempt> attempts, int stored) {

        static Plan refused(Attempt attempt) {
            return new Plan(Expectation.REFUSE, List.of(attempt), 0);
        }

        /** Refused if what has the flaw was signed; otherwise the receiver need not look at it. */
        static Plan refusedIf(boolean isSigned, Attempt attempt) {
            return isSigned ? refused(attempt) : either(attempt);
        }

        static Plan either(Attempt attempt) {
            return new Plan(Expectation.EITHER, List.of(attempt), 1);
        }

        static Plan accepted(Attempt attempt) {
            return new Plan(Expectation.ACCEPT, List.of(attempt), 1);
        }

        static Plan once(Attempt first, Attempt again) {
            return new Plan(Expectation.ACCEPT_ONCE, List.of(first, again), 1);
        }
    }

    private record Made(DeliveryFlaw flaw, Expectation expectation, List<Attempt> attempts, int stored)
            implements BadDelivery {

        /** Without the attempts. */
        @Override
        public String toString() {
            return flaw + ", expected to " + expectation;
        }
    }
}
