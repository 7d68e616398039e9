package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.model.oauth.ClaimRules;
import dev.sandbank.internal.model.operation.Defaults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of every token server; a dialect may change their defaults. */
final class StandardSettings {

    static final String API_AUDIENCE = "apiAudience";
    static final String CHECK_AUDIENCE = "checkAudience";

    private StandardSettings() {}

    /** Returns a dialect's own settings, and the standard ones of its kind of token server that it does not mention. */
    static Map<String, Setting> under(@Nullable Map<String, Setting> own, Issuer issuer, Offer offer) {
        Map<String, Setting> all = new LinkedHashMap<>();
        all.put(API_AUDIENCE, text("", "The name of the bank's API in the aud of tokens; empty means its URL"));
        all.put("accessTokenLifetime", duration("PT15M", "Lifetime of an access token"));
        all.put(CHECK_AUDIENCE, flag(false, "Refuse tokens that are for other APIs"));
        all.put(
                "singleAccessToken",
                flag(false, "A new access token revokes the earlier ones of its client for the same user"));
        all.put("controlApi", flag(true, "Serve the control API below /_sandbank/api"));
        all.put("cors", flag(false, "Let scripts on pages of any origin call the API"));
        all.put("decisionHeader", flag(false, "Add the decision to every reply, in a header"));
        all.put("memory", megabytes("MiB that calls may fill with data; 0 means 3/16 of the heap"));
        all.put(
                ClaimRules.SETTING,
                Setting.of(
                        "json",
                        JsonNodeFactory.instance.objectNode(),
                        "Where each claim appears, and which scope it needs"));
        if (issuer.endpoints().containsKey("authorization")) {
            signIn(all);
        }
        if (issuer.endpoints().containsKey("jwks")) {
            all.put(
                    "jwtType",
                    text(
                            "at+jwt",
                            "The typ of access tokens that are JWTs: at+jwt, JWT or any other; empty means none"));
        }
        if (issuer.authMethods().contains("private_key_jwt")) {
            List<String> audiences = List.of("endpoints", "issuer");
            all.put(
                    "assertionAudience",
                    text(
                            "endpoints",
                            "The aud that client assertions may have: the issuer alone, or endpoints too",
                            audiences));
        }
        if (!offer.events().isEmpty() || issuer.tellsLogouts()) {
            all.put("webhookEventsKept", count(1_000, "How many events are kept for webhooks; the oldest go first"));
            all.put("webhookEventLife", duration("P30D", "How long an event is kept for webhooks"));
        }
        if (offer.description() != null) {
            all.put(
                    ApiDescription.CHECK_REPLIES,
                    flag(false, "Report replies that do not match the bank's description"));
        }
        all.putAll(Defaults.orEmpty(own));
        return all;
    }

    private static void signIn(Map<String, Setting> all) {
        all.put("refreshTokenLifetime", duration("P30D", "Lifetime of a refresh token"));
        all.put(
                "refreshTokenIdleLifetime",
                delay("Lifetime of a refresh token that is not used; PT0S means its whole lifetime"));
        all.put(
                "refreshTokenAbsoluteLifetime",
                delay("Lifetime of all refresh tokens of one sign-in; PT0S means unlimited"));
        all.put("refreshTokenGrace", delay("How long a refresh token can be used again after it was spent"));
        all.put(
                "sessionIdleLifetime",
                delay("Lifetime of a login session that is not used; PT0S means its whole lifetime"));
        all.put("codeLifetime", duration("PT1M", "Lifetime of an authorization code"));
        all.put("idTokenLifetime", duration("PT15M", "Lifetime of an ID token"));
        all.put("sessionLifetime", duration("PT1H", "Lifetime of a login session"));
        all.put("rotateRefreshTokens", flag(true, "Each refresh returns a new refresh token and spends the old one"));
        all.put("askConsent", flag(false, "Ask users for consent even if the request does not"));
        all.put("signInByHint", flag(false, "Sign the user of login_hint in without a login page"));
        all.put("offerUsers", flag(false, "Offer the users of the fixture on the login page, without a password"));
        List<String> ways = List.of("asPrinted", "with", "without");
        all.put("issuerSlash", text("asPrinted", "The slash at the end of the issuer", ways));
        all.put("allowPlainPkce", flag(false, "Accept the PKCE method plain"));
    }

    private static Setting megabytes(String about) {
        return new Setting("integer", IntNode.valueOf(0), about, null, List.of(), 0L, 1_000_000L);
    }

    private static Setting count(int value, String about) {
        return new Setting("integer", IntNode.valueOf(value), about, null, List.of(), 1L, 100_000L);
    }

    private static Setting duration(String value, String about) {
        return Setting.of("duration", TextNode.valueOf(value), about);
    }

    /** Makes a delay, which is zero by default. */
    private static Setting delay(String about) {
        return Setting.of("delay", TextNode.valueOf("PT0S"), about);
    }

    private static Setting text(String value, String about) {
        return Setting.of("string", TextNode.valueOf(value), about);
    }

    private static Setting text(String value, String about, List<String> oneOf) {
        return Setting.of("string", TextNode.valueOf(value), about, oneOf);
    }

    private static Setting flag(boolean value, String about) {
        JsonNode node = BooleanNode.valueOf(value);
        return Setting.of("boolean", node, about);
    }
}
