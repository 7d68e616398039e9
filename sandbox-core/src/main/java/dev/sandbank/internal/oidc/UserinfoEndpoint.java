package dev.sandbank.internal.oidc;

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
import dev.sandbank.internal.model.UrlEncoded;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Userinfo (OpenID Connect Core §5.3): what the user let the client know, plain or signed as the client registered. */
final class UserinfoEndpoint implements Endpoint {

    private final Store store;
    private final UserClaims claims;
    private final UserEligibility standing;
    private final IssuerUrls issuer;
    private final SigningKeys keys;
    private final Supplier<Instant> now;
    private final String realm;

    UserinfoEndpoint(
            Store store,
            UserClaims claims,
            UserEligibility standing,
            IssuerUrls issuer,
            SigningKeys keys,
            Supplier<Instant> now,
            String realm) {
        this.store = store;
        this.claims = claims;
        this.standing = standing;
        this.issuer = issuer;
        this.keys = keys;
        this.now = now;
        this.realm = realm;
    }

    @Override
    public String name() {
        return "userinfo";
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "POST");
    }

    @Override
    public boolean openToBrowsers() {
        return true;
    }

    @Override
    public DecidedReply answer(Request request) {
        Fields form = form(request);
        boolean inHeader = Bearer.isSent(request.headers());
        List<String> inForm = form.all("access_token");
        if (inForm.size() > 1 || (inHeader && !inForm.isEmpty())) {
            return refused("invalid_request", "The token is sent more than once", 400);
        }
        if (!inHeader && inForm.isEmpty()) {
            return refused("", "The request carries no bearer token", 401);
        }
        Optional<String> token = inHeader ? Bearer.in(request.headers()) : Optional.of(inForm.get(0));
        return token.flatMap(text -> store.tokens().find(text))
                .filter(grant -> !grant.revoked() && !grant.expiredAt(now.get()))
                .filter(grant -> grant.forUser().map(standing::isGood).orElse(true))
                .map(this::answer)
                .orElseGet(() -> refused("invalid_token", "The token is unknown, expired or revoked", 401));
    }

    /** The form of RFC 6750 §2.2; a token in the query is never read. */
    private static Fields form(Request request) {
        String type = request.headers()
                .first("Content-Type")
                .orElse("")
                .split(";", 2)[0]
                .strip();
        boolean sent = request.method().equals("POST") && type.equalsIgnoreCase("application/x-www-form-urlencoded");
        try {
            return sent ? UrlEncoded.parse(request.body().text()) : Fields.parameters();
        } catch (IllegalArgumentException garbled) {
            return Fields.parameters();
        }
    }

    private DecidedReply answer(Grant grant) {
        Optional<String> user = grant.forUser();
        if (user.isEmpty() || !grant.scopes().contains("openid")) {
            return refused("insufficient_scope", "The token lacks the scope openid", 403);
        }
        String asked = Optional.ofNullable(grant.signIn())
                .flatMap(store.signIns()::find)
                .map(SignIn::claims)
                .orElse("{}");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("sub", user.get());
        body.setAll(claims.forUserinfo(user.get(), grant.scopes(), asked));
        Gate step = new Gate("token", Verdict.PASSED, "token of client " + grant.client() + " for user " + user.get());
        return DecidedReply.of(say(grant, body), List.of(step), null, name(), grant.client(), "user " + user.get());
    }

    private Reply say(Grant grant, ObjectNode body) {
        return new Directory(store)
                .client(grant.client())
                .map(Client::registration)
                .map(Client.Registration::userinfoAlg)
                .map(algorithm -> signed(algorithm, grant, body))
                .orElseGet(() -> DirectCalls.json(body));
    }

    private Reply signed(String algorithm, Grant grant, ObjectNode body) {
        body.put("iss", issuer.id());
        body.put("aud", grant.client());
        String text = keys.sign(algorithm, "JWT", body.toString()).text();
        return NoStore.mark(Reply.of(200, "application/jwt", text));
    }

    /** RFC 6750 §3: the error is in the challenge, and for readers in the body too. */
    private DecidedReply refused(String error, String detail, int status) {
        String challenge = error.isEmpty()
                ? "Bearer realm=\"%s\"".formatted(realm)
                : "Bearer realm=\"%s\", error=\"%s\", error_description=\"%s\"".formatted(realm, error, detail);
        String scope = status == 403 ? ", scope=\"openid\"" : "";
        ProtocolError refusal = new ProtocolError(error.isEmpty() ? "token_missing" : error, detail, status);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", error.isEmpty() ? "invalid_token" : error).put("error_description", detail);
        Reply reply = NoStore.mark(Reply.of(status, "application/json", body.toString()))
                .withHeader("WWW-Authenticate", challenge + scope);
        return DecidedReply.of(reply, List.of(new Gate("token", Verdict.REFUSED, detail)), refusal, name(), "", "");
    }
}
