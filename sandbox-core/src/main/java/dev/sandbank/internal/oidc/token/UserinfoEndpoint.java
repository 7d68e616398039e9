package dev.sandbank.internal.oidc.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.gate.Bearer;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.model.Grant;
import dev.sandbank.internal.model.Refusal.ProtocolError;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.SignIn;
import dev.sandbank.internal.oidc.endpoint.Endpoint;
import dev.sandbank.internal.oidc.endpoint.Forms;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.endpoint.Replies;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Userinfo (OpenID Connect Core §5.3): what the user let the client know, plain or signed as the client registered. */
public final class UserinfoEndpoint {

    private static final String NAME = "userinfo";

    private final OidcContext context;
    private final UserClaims claims;

    private UserinfoEndpoint(OidcContext context) {
        this.context = context;
        this.claims = new UserClaims(context.store());
    }

    public static Endpoint of(OidcContext context) {
        UserinfoEndpoint endpoint = new UserinfoEndpoint(context);
        return new Endpoint(NAME, Set.of("GET", "POST"), true, true, endpoint::answer);
    }

    private DecidedReply answer(Request request) {
        boolean inHeader = Bearer.isSent(request.headers());
        List<String> inForm = form(request).all("access_token");
        if (inForm.size() > 1 || (inHeader && !inForm.isEmpty())) {
            return refused("invalid_request", "The token is sent more than once", 400);
        }
        if (!inHeader && inForm.isEmpty()) {
            return refused("", "The request carries no bearer token", 401);
        }
        Optional<String> token = inHeader ? Bearer.in(request.headers()) : Optional.of(inForm.get(0));
        return token.flatMap(text -> context.store().tokens().find(text))
                .filter(context::isGood)
                .map(this::answer)
                .orElseGet(() -> refused("invalid_token", "The token is unknown, expired or revoked", 401));
    }

    /** The form of RFC 6750 §2.2; a token in the query is never read. */
    private static Fields form(Request request) {
        return request.method().equals("POST") ? Forms.of(request) : Fields.parameters();
    }

    private DecidedReply answer(Grant grant) {
        Optional<String> user = grant.forUser();
        if (user.isEmpty() || !grant.scopes().contains("openid")) {
            return refused("insufficient_scope", "The token lacks the scope openid", 403);
        }
        String asked = Optional.ofNullable(grant.signIn())
                .flatMap(context.store().signIns()::find)
                .map(SignIn::claims)
                .orElse("{}");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("sub", user.get());
        body.setAll(claims.forUserinfo(user.get(), grant.scopes(), asked));
        Gate step = new Gate("token", Verdict.PASSED, "token of client " + grant.client() + " for user " + user.get());
        return DecidedReply.of(say(grant, body), List.of(step), null, NAME, grant.client(), "user " + user.get());
    }

    private Reply say(Grant grant, ObjectNode body) {
        return context.client(grant.client())
                .map(Client::registration)
                .map(Client.Registration::userinfoAlg)
                .map(algorithm -> signed(algorithm, grant, body))
                .orElseGet(() -> Replies.json(body));
    }

    private Reply signed(String algorithm, Grant grant, ObjectNode body) {
        body.put("iss", context.issuer().id());
        body.put("aud", grant.client());
        String text = context.keys().sign(algorithm, "JWT", body.toString()).text();
        return Replies.uncached(Reply.of(200, "application/jwt", text));
    }

    /** RFC 6750 §3: the error is in the challenge, and for readers in the body too. */
    private DecidedReply refused(String error, String detail, int status) {
        String realm = context.dialect().tokens().realm();
        String challenge = error.isEmpty()
                ? "Bearer realm=\"%s\"".formatted(realm)
                : "Bearer realm=\"%s\", error=\"%s\", error_description=\"%s\"".formatted(realm, error, detail);
        String scope = status == 403 ? ", scope=\"openid\"" : "";
        ProtocolError refusal = new ProtocolError(error.isEmpty() ? "token_missing" : error, detail, status);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", error.isEmpty() ? "invalid_token" : error).put("error_description", detail);
        Reply reply = Replies.uncached(Reply.of(status, "application/json", body.toString()))
                .withHeader("WWW-Authenticate", challenge + scope);
        return Endpoint.decided(NAME, reply, new Gate("token", Verdict.REFUSED, detail), refusal);
    }
}
