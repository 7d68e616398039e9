package dev.sandbank.internal.oidc.token;

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
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.TokenFault;
import dev.sandbank.internal.oidc.endpoint.Forms;
import dev.sandbank.internal.oidc.endpoint.IgnoredParameters;
import dev.sandbank.internal.oidc.endpoint.IssuerEndpoint;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.endpoint.Replies;
import dev.sandbank.internal.text.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Makes endpoints whose credential is an access token (RFC 6750 §2).
 *
 * @param name the endpoint's name
 * @param methods the methods that it allows; POST may send the token in a form
 */
record BearerEndpoint(OidcContext context, String name, Set<String> methods) {

    private static final Set<String> READ = Set.of("access_token");
    private static final String DEAD = "The token is unknown, expired or revoked";

    /** @param work answers a call with a token and its grant, if the token is valid and its user may have one */
    IssuerEndpoint endpoint(BiFunction<String, Grant, DecidedReply> work) {
        return new IssuerEndpoint(name, methods, true, true, request -> answer(request, work));
    }

    private DecidedReply answer(Request request, BiFunction<String, Grant, DecidedReply> work) {
        Fields form = form(request);
        String ignored = request.method().equals("POST")
                ? IgnoredParameters.told(request, form, READ)
                : IgnoredParameters.told(request, request.query(), Set.of());
        return IgnoredParameters.telling(ignored, answer(request, form, work));
    }

    private DecidedReply answer(Request request, Fields form, BiFunction<String, Grant, DecidedReply> work) {
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
        return token.map(text -> context.store()
                        .tokens()
                        .find(text)
                        .map(grant -> answer(text, grant, work))
                        .orElseGet(() -> dead(TokenFault.UNKNOWN)))
                .orElseGet(() -> dead(TokenFault.MALFORMED));
    }

    /** The form of RFC 6750 §2.2. Sandbank never reads a token from the query. */
    private static Fields form(Request request) {
        return request.method().equals("POST") ? Forms.of(request) : Fields.parameters();
    }

    private DecidedReply answer(String token, Grant grant, BiFunction<String, Grant, DecidedReply> work) {
        if (grant.revoked()) {
            return dead(TokenFault.REVOKED);
        }
        Optional<String> ended = context.consents().ended(grant.consent());
        if (ended.isPresent()) {
            return dead(new TokenRefused(TokenFault.REVOKED, ended.get(), null, null));
        }
        if (grant.expiredAt(context.now())) {
            return dead(TokenFault.EXPIRED);
        }
        Optional<String> user = grant.forUser();
        return user.filter(id -> !context.isEligible(id)).isPresent()
                ? refused(new ProtocolError(INVALID_TOKEN_USER, DEAD, context.ineligible(user.get())))
                : work.apply(token, grant);
    }

    /** The reply and decision for a valid token. */
    DecidedReply allowed(Grant grant, Reply reply) {
        String whose = "token of client " + grant.client()
                + grant.forUser().map(user -> " for user " + user).orElse("");
        String subject = grant.forUser().map(user -> "user " + user).orElse("");
        Gate step = new Gate("token", Verdict.PASSED, whose);
        return DecidedReply.of(reply, List.of(step), null, name, grant.client(), subject);
    }

    /** Refuses a token for the same reasons as the bank's operations do, but only the decision says the reason. */
    private DecidedReply dead(TokenFault fault) {
        return dead(new TokenRefused(fault));
    }

    private DecidedReply dead(TokenRefused refusal) {
        return refusal.fault() == TokenFault.MISSING
                ? refused("", refusal.detail(), 401, refusal)
                : refused("invalid_token", DEAD, 401, refusal);
    }

    DecidedReply refused(ProtocolError refusal) {
        return refused(refusal.cause().error(), refusal.said(), refusal.cause().status(), refusal);
    }

    /** Refuses as RFC 6750 §3 says: the error is in the challenge, and for people also in the body. */
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
        return IssuerEndpoint.decided(name, reply, new Gate("token", Verdict.REFUSED, refusal.detail()), refusal);
    }
}
