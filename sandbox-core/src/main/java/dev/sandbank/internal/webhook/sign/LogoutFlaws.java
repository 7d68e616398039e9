package dev.sandbank.internal.webhook.sign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.BadDelivery.Attempt;
import dev.sandbank.BadDelivery.Expectation;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.internal.oidc.sign.Forger;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.webhook.sign.BadDeliveries.Plan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Logout tokens that no client must believe (OpenID Connect Back-Channel Logout 1.0 §2.6), and some that it must.
 *
 * @param keys the keys of the sandbox
 * @param isSessionRequired whether the client requires that a token names the session
 * @param message the good one
 * @param now the moment of the attempt
 */
record LogoutFlaws(SigningKeys keys, boolean isSessionRequired, Message message, Instant now) {

    /** The content type of the form, which is all that its header fields say. */
    static final Map<String, String> HEADERS = Map.of("Content-Type", "application/x-www-form-urlencoded");

    private static final String FORM = "logout_token=";
    private static final String TYPE = "logout+jwt";
    private static final String EVENTS = "events";
    private static final Duration LONG_AGO = Duration.ofMinutes(15);
    private static final Duration LIFE = Duration.ofMinutes(2);

    Map<DeliveryFlaw, Supplier<Plan>> all() {
        Map<DeliveryFlaw, Supplier<Plan>> makers = new EnumMap<>(DeliveryFlaw.class);
        ofSignatures().forEach((flaw, sign) -> makers.put(flaw, () -> Plan.refused(attempt(sign.apply(token())))));
        ofClaims().forEach((flaw, change) -> makers.put(flaw, () -> Plan.refused(with(change))));
        makers.put(DeliveryFlaw.MISSING_TOKEN, () -> Plan.refused(new Attempt(HEADERS, "")));
        makers.put(DeliveryFlaw.OTHER_TYPE, () -> Plan.refused(attempt(forger().signedAs("at+jwt", claims()))));
        makers.put(DeliveryFlaw.ID_TOKEN, () -> Plan.refused(attempt(idToken())));
        makers.put(DeliveryFlaw.MISSING_SESSION, this::withoutSession);
        makers.put(DeliveryFlaw.UNKNOWN_MEMBERS, () -> Plan.accepted(with(claims -> claims.put("addedLater", true))));
        makers.put(DeliveryFlaw.HEADER_CASE, () -> Plan.accepted(new Attempt(inAnotherCase(), message.body())));
        makers.put(DeliveryFlaw.DUPLICATE, () -> new Plan(Expectation.EITHER, List.of(good(), good()), 1));
        return makers;
    }

    private Map<DeliveryFlaw, Function<String, String>> ofSignatures() {
        return Map.of(
                DeliveryFlaw.STRANGERS_KEY, token -> forger().signedByAStranger(claims()),
                DeliveryFlaw.UNKNOWN_KEY, token -> forger().signedUnderAnUnknownName(claims()),
                DeliveryFlaw.UNSIGNED, token -> forger().unsigned(claims()),
                DeliveryFlaw.SIGNED_WITH_PUBLIC_KEY, token -> forger().signedWithThePublicKey(claims()),
                DeliveryFlaw.EMPTY_SIGNATURE, token -> token.substring(0, token.lastIndexOf('.') + 1),
                DeliveryFlaw.TRUNCATED_SIGNATURE,
                        token -> token.substring(0, (token.lastIndexOf('.') + token.length()) / 2),
                DeliveryFlaw.TAMPERED_BODY, LogoutFlaws::tampered);
    }

    private Map<DeliveryFlaw, Consumer<ObjectNode>> ofClaims() {
        return Map.of(
                DeliveryFlaw.OTHER_ISSUER, claims -> claims.put("iss", "https://issuer.example.test/"),
                DeliveryFlaw.OTHER_AUDIENCE, claims -> claims.put("aud", "another-client"),
                DeliveryFlaw.EXPIRED, this::expire,
                DeliveryFlaw.MISSING_EXPIRY, claims -> claims.remove("exp"),
                DeliveryFlaw.WITH_NONCE, claims -> claims.put("nonce", "n-0S6_WzA2Mj"),
                DeliveryFlaw.MISSING_EVENTS, claims -> claims.remove(EVENTS),
                DeliveryFlaw.OTHER_EVENTS,
                        claims -> claims.putObject(EVENTS).putObject("http://schemas.openid.net/event/another"),
                DeliveryFlaw.MISSING_SUBJECT, claims -> claims.remove(List.of("sub", "sid")));
    }

    private void expire(ObjectNode claims) {
        Instant end = now.minus(LONG_AGO);
        claims.put("exp", end.getEpochSecond()).put("iat", end.minus(LIFE).getEpochSecond());
    }

    private Plan withoutSession() {
        Attempt attempt = with(claims -> claims.remove("sid"));
        return isSessionRequired ? Plan.refused(attempt) : Plan.accepted(attempt);
    }

    private String idToken() {
        ObjectNode claims = read();
        claims.remove(EVENTS);
        claims.put("nonce", "n-0S6_WzA2Mj").put("auth_time", claims.path("iat").asLong());
        return forger().signedAs("JWT", claims.toString());
    }

    /** Names another user, under the same signature. */
    private static String tampered(String token) {
        String[] parts = token.split("\\.", -1);
        ObjectNode claims = read(parts[1]);
        claims.put("sub", claims.path("sub").asText() + "-2");
        byte[] changed = claims.toString().getBytes(StandardCharsets.UTF_8);
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(changed) + "." + parts[2];
    }

    private static Map<String, String> inAnotherCase() {
        return Map.of("CONTENT-TYPE", HEADERS.get("Content-Type"));
    }

    private Attempt good() {
        return new Attempt(HEADERS, message.body());
    }

    private Attempt with(Consumer<ObjectNode> change) {
        ObjectNode claims = read();
        change.accept(claims);
        return attempt(forger().signed(claims.toString()));
    }

    private static Attempt attempt(String token) {
        return new Attempt(HEADERS, FORM + token);
    }

    /** Signs by the algorithm of the good token. */
    private Forger forger() {
        return new Forger(keys, read(token().split("\\.", -1)[0]).path("alg").asText(), TYPE);
    }

    private String token() {
        return message.body().substring(FORM.length());
    }

    private String claims() {
        return read().toString();
    }

    private ObjectNode read() {
        return read(token().split("\\.", -1)[1]);
    }

    private static ObjectNode read(String part) {
        return BodyPlaces.read(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
