package dev.sandbank.internal.oidc.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.sign.Forger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes JWTs that look like access tokens of this issuer but are wrong in one way each.
 *
 * <p>The sandbox knows none of them. Some are signed with its own key: a server that checks only the signature accepts those.
 */
public final class Forgery {

    private static final long HOUR = 3600;

    private final Issuance issuance;
    private final OidcContext context;

    public Forgery(OidcContext context, Issuance issuance) {
        this.context = context;
        this.issuance = issuance;
    }

    /** A forger with the algorithm of the client's tokens, or the one they would have as JWTs. */
    private Forger forger(Pretence pretence) {
        String algorithm = context.accessTokenAlgorithm(pretence.client().registration());
        return new Forger(
                context.keys(), algorithm, context.settings().find("jwtType").orElse("at+jwt"));
    }

    /** The client, user and scopes that a forged token pretends to have. */
    public record Pretence(Client client, @Nullable String user, Scopes scopes) {}

    /** A token that becomes valid in an hour. */
    public String notYetValid(Pretence pretence) {
        return forger(pretence).signed(claims(pretence, claims -> {
            long later = claims.path("iat").asLong() + HOUR;
            claims.put("nbf", later).put("iat", later).put("exp", later + HOUR);
        }));
    }

    /** A token that never expires. */
    public String withoutExpiry(Pretence pretence) {
        return forger(pretence).signed(claims(pretence, claims -> claims.remove("exp")));
    }

    public String ofAnotherIssuer(Pretence pretence) {
        return forger(pretence).signed(claims(pretence, claims -> claims.put("iss", "https://issuer.example.test/")));
    }

    public String forAnotherAudience(Pretence pretence) {
        return forger(pretence).signed(claims(pretence, claims -> claims.put("aud", "https://api.example.test/")));
    }

    /** A logout token, as its header says. */
    public String ofAnotherType(Pretence pretence) {
        return forger(pretence).signedAs("logout+jwt", claims(pretence));
    }

    public String unsigned(Pretence pretence) {
        return forger(pretence).unsigned(claims(pretence));
    }

    public String signedWithThePublicKey(Pretence pretence) {
        return forger(pretence).signedWithThePublicKey(claims(pretence));
    }

    public String signedUnderAnUnknownName(Pretence pretence) {
        return forger(pretence).signedUnderAnUnknownName(claims(pretence));
    }

    public String signedByAStranger(Pretence pretence) {
        return forger(pretence).signedByAStranger(claims(pretence));
    }

    /** A valid JWT with another payload; for an opaque token, another text of the same length. */
    public String withAnotherPayload(String good, Pretence pretence) {
        String[] parts = good.split("\\.", -1);
        if (parts.length != 3) {
            return withAnother(good, good.length() / 2);
        }
        String claims = claims(pretence, changed -> changed.put("sub", "somebody-else"));
        String payload =
                Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return parts[0] + "." + payload + "." + parts[2];
    }

    /** A valid JWT with another signature; for an opaque token, a text with another end. */
    public static String withAnotherSignature(String good) {
        int dot = good.lastIndexOf('.');
        return withAnother(good, dot < 0 ? good.length() - 1 : dot + 1);
    }

    private static String withAnother(String text, int place) {
        char other = text.charAt(place) == 'A' ? 'B' : 'A';
        return text.substring(0, place) + other + text.substring(place + 1);
    }

    private String claims(Pretence pretence) {
        return claims(pretence, claims -> {});
    }

    private String claims(Pretence pretence, Consumer<ObjectNode> change) {
        ObjectNode claims = issuance.claims(pretence.client(), pretence.user(), pretence.scopes());
        change.accept(claims);
        return claims.toString();
    }
}
