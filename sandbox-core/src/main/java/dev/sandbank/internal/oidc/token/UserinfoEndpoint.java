package dev.sandbank.internal.oidc.token;

import static dev.sandbank.internal.model.oauth.OAuthCause.INSUFFICIENT_SCOPE_NO_USER;
import static dev.sandbank.internal.model.oauth.OAuthCause.INSUFFICIENT_SCOPE_OPENID;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_TOKEN_REPEATED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_TOKEN_USER;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.gate.Bearer;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Refusal.ProtocolError;
import dev.sandbank.internal.model.Refusal.TokenRefused;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.oauth.ClaimPlace;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Client.Encrypted;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.SignIn;
import dev.sandbank.internal.model.oauth.TokenFault;
import dev.sandbank.internal.oidc.endpoint.Endpoint;
import dev.sandbank.internal.oidc.endpoint.Forms;
import dev.sandbank.internal.oidc.endpoint.IgnoredParameters;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.endpoint.Replies;
import dev.sandbank.internal.text.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Userinfo (OpenID Connect Core §5.3): what the user let the client know, plain or signed as the client registered. */
public final class UserinfoEndpoint {

    private static final String NAME = "userinfo";
    private static final Set<String> READ = Set.of("access_token");
    private static final String DEAD = "The token is unknown, expired or revoked";

    private final OidcContext context;
    private final UserClaims claims;

    private UserinfoEndpoint(OidcContext context) {
        this.context = context;
        this.claims = new UserClaims(context);
    }

    public static Endpoint of(OidcContext context) {
        UserinfoEndpoint endpoint = new UserinfoEndpoint(context);
        return new Endpoint(NAME, Set.of("GET", "POST"), true, true, endpoint::answer);
    }

    private DecidedReply answer(Request request) {
        Fields form = form(request);
        String ignored = request.method().equals("POST")
                ? IgnoredParameters.told(request, form, READ)
                : IgnoredParameters.told(request, request.query(), Set.of());
        return IgnoredParameters.telling(ignored, answer(request, form));
    }

    private DecidedReply answer(Request request, Fields form) {
        boolean inHeader = Bearer.isSent(request.headers());
        List<String> inForm = form.all("access_token");
        if (inForm.size() > 1 || (inHeader && !inForm.isEmpty())) {
            String twice = "The token is sent more than once";
            return refused(new ProtocolError(INVALID_REQUEST_TOKEN_REPEATED, twice, twice));
        }
        if (!inHeader && inForm.isEmpty()) {
            return dead(TokenFault.MISSING);
        }
        Optional<String> token = inHeader ? Bearer.in(request.headers()) : Optional.of(inForm.get(0));
        return token.map(text ->
                        context.store().tokens().find(text).map(this::answer).orElseGet(() -> dead(TokenFault.UNKNOWN)))
                .orElseGet(() -> dead(TokenFault.MALFORMED));
    }

    /** The form of RFC 6750 §2.2; a token in the query is never read. */
    private static Fields form(Request request) {
        return request.method().equals("POST") ? Forms.of(request) : Fields.parameters();
    }

    private DecidedReply answer(Grant grant) {
        if (grant.revoked()) {
            return dead(TokenFault.REVOKED);
        }
        Optional<String> ended = context.consents().ended(grant.consent());
        if (ended.isPresent()) {
            return dead(new TokenRefused(TokenFault.REVOKED, ended.get(), null));
        }
        if (grant.expiredAt(context.now())) {
            return dead(TokenFault.EXPIRED);
        }
        Optional<String> user = grant.forUser();
        if (user.filter(id -> !context.isEligible(id)).isPresent()) {
            return refused(new ProtocolError(INVALID_TOKEN_USER, DEAD, context.ineligible(user.get())));
        }
        String lacking = "The token lacks the scope openid";
        if (user.isEmpty()) {
            return refused(
                    new ProtocolError(INSUFFICIENT_SCOPE_NO_USER, lacking, "The token is of a client, not of a user"));
        }
        if (!grant.scopes().contains("openid")) {
            return refused(new ProtocolError(INSUFFICIENT_SCOPE_OPENID, lacking, lacking));
        }
        String asked = Optional.ofNullable(grant.signIn())
                .flatMap(context.store().signIns()::find)
                .map(SignIn::claims)
                .orElse("{}");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("sub", user.get());
        body.setAll(claims.told(ClaimPlace.USERINFO, grant, asked));
        Gate step = new Gate("token", Verdict.PASSED, "token of client " + grant.client() + " for user " + user.get());
        return DecidedReply.of(say(grant, body), List.of(step), null, NAME, grant.client(), "user " + user.get());
    }

    private Reply say(Grant grant, ObjectNode body) {
        return context.client(grant.client())
                .filter(client -> client.registration().userinfoAlg() != null
                        || client.registration().encryption(Encrypted.USERINFO).isPresent())
                .map(client -> protect(client, body))
                .orElseGet(() -> Replies.json(body));
    }

    /** Signed, encrypted, or both. */
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

    /** As at the bank's operations, but that only the decision tells which. */
    private DecidedReply dead(TokenFault fault) {
        return dead(new TokenRefused(fault));
    }

    private DecidedReply dead(TokenRefused refusal) {
        return refusal.fault() == TokenFault.MISSING
                ? refused("", refusal.detail(), 401, refusal)
                : refused("invalid_token", DEAD, 401, refusal);
    }

    private DecidedReply refused(ProtocolError refusal) {
        return refused(refusal.cause().error(), refusal.said(), refusal.cause().status(), refusal);
    }

    /** RFC 6750 §3: the error is in the challenge, and for readers in the body too. */
    private DecidedReply refused(String error, String said, int status, Refusal refusal) {
        String realm = context.dialect().tokens().realm();
        String challenge = error.isEmpty()
                ? "Bearer realm=\"%s\"".formatted(realm)
                : "Bearer realm=\"%s\", error=\"%s\", error_description=\"%s\"".formatted(realm, error, said);
        String scope = status == 403 ? ", scope=\"openid\"" : "";
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", error.isEmpty() ? "invalid_token" : error).put("error_description", said);
        Reply reply = Replies.uncached(Reply.of(status, "application/json", body.toString()))
                .withHeader("WWW-Authenticate", challenge + scope);
        return Endpoint.decided(NAME, reply, new Gate("token", Verdict.REFUSED, refusal.detail()), refusal);
    }
}
