package dev.sandbank.internal.oidc.token;

import static dev.sandbank.internal.model.oauth.OAuthCause.INSUFFICIENT_SCOPE_NO_USER;
import static dev.sandbank.internal.model.oauth.OAuthCause.INSUFFICIENT_SCOPE_OPENID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal.ProtocolError;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.oauth.ClaimPlace;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Client.Encrypted;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.SignIn;
import dev.sandbank.internal.oidc.endpoint.IssuerEndpoint;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.endpoint.Replies;
import java.util.Optional;
import java.util.Set;

/** Userinfo (OpenID Connect Core §5.3): the claims that the user let the client read, plain, signed or encrypted as registered. */
public final class UserinfoEndpoint {

    private final OidcContext context;
    private final BearerEndpoint bearer;
    private final UserClaims claims;

    private UserinfoEndpoint(OidcContext context) {
        this.context = context;
        this.bearer = new BearerEndpoint(context, "userinfo", Set.of("GET", "POST"));
        this.claims = new UserClaims(context);
    }

    public static IssuerEndpoint of(OidcContext context) {
        UserinfoEndpoint userinfo = new UserinfoEndpoint(context);
        return userinfo.bearer.endpoint((token, grant) -> userinfo.answer(grant));
    }

    private DecidedReply answer(Grant grant) {
        Optional<String> user = grant.forUser();
        String lacking = "The token lacks the scope openid";
        if (user.isEmpty()) {
            return bearer.refused(new ProtocolError(
                    INSUFFICIENT_SCOPE_NO_USER, lacking, "The token belongs to a client, not to a user"));
        }
        if (!grant.scopes().contains("openid")) {
            return bearer.refused(new ProtocolError(INSUFFICIENT_SCOPE_OPENID, lacking, lacking));
        }
        String asked = Optional.ofNullable(grant.signIn())
                .flatMap(context.store().signIns()::find)
                .map(SignIn::claims)
                .orElse("{}");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("sub", user.get());
        body.setAll(claims.told(ClaimPlace.USERINFO, grant, asked));
        return bearer.allowed(grant, say(grant, body));
    }

    private Reply say(Grant grant, ObjectNode body) {
        return context.client(grant.client())
                .filter(client -> client.registration().userinfoAlg() != null
                        || client.registration().encryption(Encrypted.USERINFO).isPresent())
                .map(client -> protect(client, body))
                .orElseGet(() -> Replies.json(body));
    }

    /** Signs or encrypts the claims, or both. */
    private Reply protect(Client client, ObjectNode body) {
        String algorithm = client.registration().userinfoAlg();
        body.put("iss", context.issuer().id());
        body.put("aud", client.id());
        String text = algorithm == null
                ? body.toString()
                : context.keys().sign(algorithm, "JWT", body.toString()).text();
        String told = context.encrypted(client, Encrypted.USERINFO, text, algorithm != null);
        return Replies.uncached(Reply.of(200, "application/jwt", told));
    }
}
