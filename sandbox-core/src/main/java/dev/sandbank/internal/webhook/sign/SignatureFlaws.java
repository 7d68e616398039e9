package dev.sandbank.internal.webhook.sign;

import dev.sandbank.DeliveryFlaw;
import dev.sandbank.internal.dialect.WebhookStyle.Signature;
import dev.sandbank.internal.oidc.sign.Forger;
import dev.sandbank.internal.webhook.sign.BadDeliveries.Plan;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Signatures that do not fit, and those that fit but look as if they did not. */
record SignatureFlaws(Draft draft, Signature how) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+$");

    void addTo(Map<DeliveryFlaw, Supplier<Plan>> makers) {
        makers.put(
                DeliveryFlaw.TAMPERED_BODY,
                () -> Plan.refused(draft.replaced(
                        draft.message()
                                .withBody(BodyPlaces.tampered(draft.message().body())),
                        draft.timestamp())));
        makers.put(DeliveryFlaw.ADDED_SPACE, () -> Plan.refused(draft.replaced(withSpace(), draft.timestamp())));
        makers.put(
                DeliveryFlaw.SIGNATURE_OF_ANOTHER_MESSAGE,
                () -> signed(draft.signer().signature(another(), draft.timestamp())));
        if (draft.signs(MessageSigner.MESSAGE) && draft.sends(MessageSigner.MESSAGE)) {
            makers.put(
                    DeliveryFlaw.CHANGED_MESSAGE_ID, () -> Plan.refused(draft.replaced(renamed(), draft.timestamp())));
        }
        List<String> fields = draft.fields(MessageSigner.SIGNATURE);
        makers.put(DeliveryFlaw.MISSING_SIGNATURE, () -> Plan.refused(draft.without(fields)));
        makers.put(DeliveryFlaw.EMPTY_SIGNATURE, () -> signed(""));
        if (how.isHmac()) {
            ofSecrets(makers);
            ofVersions(makers);
        } else {
            ofKeys(makers);
        }
    }

    private Message withSpace() {
        return draft.message().withBody(draft.message().body().replaceFirst("\\{", "{ "));
    }

    private Message renamed() {
        return new Message(
                draft.alike(draft.message().id()),
                draft.message().body(),
                draft.message().facts());
    }

    /** Returns another message with other content, also at banks whose content has no id. */
    private Message another() {
        Message other = draft.neighbour();
        return other.withBody(BodyPlaces.tampered(other.body()));
    }

    private void ofSecrets(Map<DeliveryFlaw, Supplier<Plan>> makers) {
        makers.put(DeliveryFlaw.STRANGERS_SECRET, () -> signed(strangers()));
        makers.put(DeliveryFlaw.EMPTY_SECRET, () -> signed(MessageSigner.one(how, text(), new byte[] {0})));
        makers.put(DeliveryFlaw.UNDECODABLE_SIGNATURE, () -> signed(written("*".repeat(mac().length()), how)));
        makers.put(
                DeliveryFlaw.TRUNCATED_SIGNATURE, () -> signed(written(mac().substring(0, mac().length() / 2), how)));
        if (how.separator() != null) {
            makers.put(
                    DeliveryFlaw.SECOND_SIGNATURE_FITS,
                    () -> Plan.accepted(draft.signed(strangers() + how.separator() + draft.signature())));
        }
    }

    private void ofVersions(Map<DeliveryFlaw, Supplier<Plan>> makers) {
        String version = how.version();
        if (version == null) {
            return;
        }
        String next = NUMBER.matcher(version).replaceFirst(SignatureFlaws::successor);
        makers.put(DeliveryFlaw.OTHER_VERSION, () -> signed(MessageSigner.written(how, mac(), next)));
        if (how.separator() != null) {
            makers.put(
                    DeliveryFlaw.FURTHER_VERSION,
                    () -> Plan.accepted(draft.signed(MessageSigner.written(how, random(), version + "a")
                            + how.separator()
                            + draft.signature())));
        }
    }

    /** Returns a text that could be a signature of 64 bytes, such as one by Ed25519. */
    private String random() {
        return Secrets.encoded(how.encoding(), Secrets.random(64, draft.ids()));
    }

    private static String successor(MatchResult number) {
        return String.valueOf(Integer.parseInt(number.group()) + 1);
    }

    private void ofKeys(Map<DeliveryFlaw, Supplier<Plan>> makers) {
        Forger forger = new Forger(draft.sender().keys(), how.algorithm(), how.type());
        Map<DeliveryFlaw, Function<String, String>> forged = Map.of(
                DeliveryFlaw.STRANGERS_KEY, forger::signedByAStranger,
                DeliveryFlaw.UNKNOWN_KEY, forger::signedUnderAnUnknownName,
                DeliveryFlaw.UNSIGNED, forger::unsigned,
                DeliveryFlaw.SIGNED_WITH_PUBLIC_KEY, forger::signedWithThePublicKey);
        forged.forEach((flaw, sign) -> makers.put(flaw, () -> signed(MessageSigner.jws(how, sign.apply(text())))));
        makers.put(DeliveryFlaw.UNDECODABLE_SIGNATURE, () -> signed(head() + "*****"));
        makers.put(
                DeliveryFlaw.TRUNCATED_SIGNATURE,
                () -> signed(draft.signature()
                        .substring(0, (head().length() + draft.signature().length()) / 2)));
    }

    /** Returns a JWS up to its last dot. */
    private String head() {
        return draft.signature().substring(0, draft.signature().lastIndexOf('.') + 1);
    }

    private Plan signed(String signature) {
        return Plan.refused(draft.signed(signature));
    }

    private String text() {
        return MessageSigner.text(how, draft.message(), draft.timestamp());
    }

    private String strangers() {
        return MessageSigner.one(how, text(), Secrets.key(how.secret(), Secrets.make(how.secret(), draft.ids())));
    }

    /** Returns the right HMAC by the newest secret, without its form. */
    private String mac() {
        return MessageSigner.mac(how, text(), draft.sender().secrets().get(0));
    }

    private static String written(String mac, Signature how) {
        return MessageSigner.written(how, mac, how.version());
    }
}
