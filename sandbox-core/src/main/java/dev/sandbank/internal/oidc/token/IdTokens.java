package dev.sandbank.internal.oidc.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.oauth.ClaimPlace;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Client.Encrypted;
import dev.sandbank.internal.model.oauth.SignIn;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Issues ID tokens (OpenID Connect Core §2). */
public final class IdTokens {

    private final OidcContext context;
    private final UserClaims claims;

    public IdTokens(OidcContext context) {
        this.context = context;
        this.claims = new UserClaims(context);
    }

    /** Issues an ID token. Its {@code at_hash} binds it to the access token that comes with it. */
    public String issue(Client client, SignIn signIn, Issuance.Issued access) {
        long at = context.now().getEpochSecond();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("iss", context.issuer().id());
        body.put("sub", signIn.user());
        body.put("aud", client.id()).put("azp", client.id());
        body.put("iat", at);
        body.put("exp", at + context.settings().duration("idTokenLifetime").toSeconds());
        body.put("auth_time", signIn.login().at().getEpochSecond());
        body.put("sid", signIn.login().session());
        body.set("amr", Issuance.methods(signIn.login().amr()));
        Optional.ofNullable(signIn.nonce()).ifPresent(nonce -> body.put("nonce", nonce));
        Optional.ofNullable(signIn.login().acr()).ifPresent(acr -> body.put("acr", acr));
        String algorithm = client.registration().idTokenAlg();
        body.put("at_hash", halfHash(algorithm, access.token()));
        body.setAll(claims.told(ClaimPlace.ID_TOKEN, access.grant(), signIn.claims()));
        String signed = context.keys().sign(algorithm, "JWT", body.toString()).text();
        return context.encrypted(client, Encrypted.ID_TOKEN, signed, true);
    }

    /** The claims of an ID token that these keys signed, even if it has expired; empty for other tokens that they signed. */
    public static Optional<JsonNode> opened(SigningKeys keys, String text) {
        return keys.opened(text)
                .map(UserClaims::parse)
                .filter(claims -> claims.has("sid") && claims.has("auth_time") && claims.has("at_hash"));
    }

    /** The left half of a text's hash. The hash is the one in the name of the signature's algorithm; for Ed25519 it is SHA-512. */
    private static String halfHash(String algorithm, String text) {
        String bits = algorithm.equals("EdDSA") ? "512" : algorithm.substring(2);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-" + bits).digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256, SHA-384 and SHA-512", e);
        }
    }
}
