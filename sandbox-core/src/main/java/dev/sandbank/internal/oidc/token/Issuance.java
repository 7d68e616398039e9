package dev.sandbank.internal.oidc.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Authentication;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.dialect.TokenStyle;
import dev.sandbank.internal.model.oauth.Audience;
import dev.sandbank.internal.model.oauth.ClaimPlace;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Client.Encrypted;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.SignIn;
import dev.sandbank.internal.model.oauth.TokenContent;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.oidc.client.ClientRequest;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.store.Tables;
import dev.sandbank.internal.store.Tokens;
import dev.sandbank.internal.store.Tokens.Kind;
import dev.sandbank.internal.text.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Issues access and refresh tokens. Each is new; no two users or clients share one. */
public final class Issuance {

    /** How long ago an expired token expired: longer than any clock differs. */
    private static final Duration AGE = Duration.ofHours(1);

    private final OidcContext context;
    private final UserClaims claims;

    public Issuance(OidcContext context) {
        this.context = context;
        this.claims = new UserClaims(context);
    }

    /** A token and its grant. Sandbank never stores the token itself. */
    public record Issued(String token, Grant grant) {

        @Override
        public String toString() {
            return "token of client " + grant.client();
        }
    }

    /** The members of a token reply that every grant type has (RFC 6749 §5.1). */
    public ObjectNode members(Issued issued) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.put("access_token", issued.token());
        members.put("token_type", context.dialect().tokens().type());
        members.put("expires_in", issued.grant().lifetime().toSeconds());
        members.put("scope", issued.grant().scopes().toString());
        return members;
    }

    /**
     * What a token is to have.
     *
     * @param scopes the granted scopes
     * @param audience its audience, or empty for the bank's own API
     * @param claims claims of this token alone, as templates by name
     * @param form the token request; empty if there was none
     */
    public record Terms(Scopes scopes, Audience audience, JsonNode claims, Fields form) {

        public static Terms of(ClientRequest call) {
            return new Terms(call.scopes(), call.audience(), MissingNode.getInstance(), call.form());
        }

        /** The terms of a token without claims of its own. */
        public static Terms of(Client client, Scopes scopes) {
            return new Terms(scopes, client.registration().audience(), MissingNode.getInstance(), Fields.parameters());
        }
    }

    /** Issues a token for a client itself, for the user it is bound to, or for another user as if that user had signed in. */
    public Issued accessToken(Client client, @Nullable String user, Terms terms) {
        return user == null
                        || user.equals(client.boundUser())
                        || !context.consents().asked()
                ? accessToken(context.store().tokens(), client, user, null, terms)
                : accessToken(client, user, terms, Authentication.by("pwd"));
    }

    /** Issues a token that has already expired. */
    public Issued expiredToken(Client client, @Nullable String user, Scopes scopes) {
        Instant issuedAt = seconds().minus(life()).minus(AGE);
        Grant grant = Grant.fresh(client.id(), user, null, scopes, issuedAt, life());
        return issue(context.store().tokens(), client, null, grant, Terms.of(client, scopes));
    }

    /** The claims of a JWT access token for a client, without signing or storing one. */
    public ObjectNode claims(Client client, @Nullable String user, Scopes scopes) {
        Grant grant = Grant.fresh(client.id(), user, null, scopes, seconds(), life());
        TokenContent content = new TokenContent(client.registration().audience(), MissingNode.getInstance());
        return claims(grant.saying(content), null, Fields.parameters());
    }

    private Duration life() {
        return context.settings().duration("accessTokenLifetime");
    }

    /** Issues a token for the user who signed in. */
    public Issued accessToken(Tokens tokens, Client client, SignIn signIn, Terms terms) {
        return accessToken(tokens, client, signIn.user(), signIn, terms);
    }

    /** Issues a token for a user as if the user had signed in that way. */
    public Issued accessToken(Client client, String user, Terms terms, Authentication how) {
        SignIn signIn = new SignIn(
                context.ids().uuid(),
                client.id(),
                user,
                terms.scopes(),
                new SignIn.Login(
                        seconds().minus(how.ago()),
                        context.ids().uuid(),
                        how.acr().isEmpty() ? null : how.acr(),
                        String.join(" ", how.amr())),
                null,
                "{}",
                consent(client, user, terms.scopes(), how.consent()),
                false,
                terms.audience());
        context.store().signIns().add(signIn);
        return accessToken(context.store().tokens(), client, signIn, terms);
    }

    /** Stores a user's consent; returns its id, or null if the bank keeps no consents. */
    public @Nullable String consent(Client client, String user, Scopes scopes, List<String> picked) {
        Grant grant = Grant.fresh(client.id(), user, null, scopes, seconds(), life());
        return context.consents().give(grant, picked);
    }

    private Issued accessToken(
            Tokens tokens, Client client, @Nullable String user, @Nullable SignIn signIn, Terms terms) {
        Grant grant = Grant.fresh(client.id(), user, null, terms.scopes(), seconds(), life());
        return issue(tokens, client, signIn, signIn == null ? grant : grant.of(signIn), terms);
    }

    private Issued issue(Tokens tokens, Client client, @Nullable SignIn signIn, Grant fresh, Terms terms) {
        JsonNode own = claims.kept(client, fresh, terms.claims(), terms.form());
        Grant grant = fresh.saying(new TokenContent(terms.audience(), own));
        Issued issued = context.isJwt(client.registration())
                ? signed(client, grant, signIn, terms.form())
                : new Issued(opaque(signIn != null), grant);
        if (context.settings().flag("singleAccessToken") && !grant.expiredAt(context.now())) {
            tokens.revokeAccessOf(grant.client(), grant.user());
        }
        tokens.add(Kind.ACCESS, issued.token(), issued.grant());
        return issued;
    }

    private String opaque(boolean forSignIn) {
        TokenStyle style = context.dialect().tokens();
        return context.ids().text(style.alphabet(), forSignIn ? style.userLength() : style.length());
    }

    /** Signs a JWT access token (RFC 9068 §2). */
    private Issued signed(Client client, Grant grant, @Nullable SignIn signIn, Fields form) {
        String claims = claims(grant, signIn, form).toString();
        SigningKeys.Signed signed = context.keys()
                .sign(
                        context.accessTokenAlgorithm(client.registration()),
                        context.settings().text("jwtType"),
                        claims);
        String token = context.encrypted(client, Encrypted.ACCESS_TOKEN, signed.text(), true);
        return new Issued(token, grant.signedBy(signed.keyId()));
    }

    /** The authentication methods as the claim {@code amr}. */
    static ArrayNode methods(String amr) {
        ArrayNode methods = JsonNodeFactory.instance.arrayNode();
        Stream.of(amr.split(" ")).filter(method -> !method.isEmpty()).forEach(methods::add);
        return methods;
    }

    private ObjectNode claims(Grant grant, @Nullable SignIn signIn, Fields form) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("iss", context.issuer().id());
        body.put("sub", grant.forUser().orElse(grant.client()));
        body.set("aud", context.audience(grant).value());
        body.put("client_id", grant.client());
        body.put("iat", grant.issuedAt().getEpochSecond());
        body.put("exp", grant.expiresAt().getEpochSecond());
        body.put("jti", context.ids().uuid());
        body.put("scope", grant.scopes().toString());
        if (signIn != null) {
            body.put("auth_time", signIn.login().at().getEpochSecond());
            Optional.ofNullable(signIn.login().acr()).ifPresent(acr -> body.put("acr", acr));
            body.set("amr", methods(signIn.login().amr()));
        }
        addOwnClaims(body, claims.facts(grant, form));
        body.setAll(claims.told(ClaimPlace.ACCESS_TOKEN, grant, "{}"));
        return body;
    }

    /** Adds the bank's own claims. If a template's fact is missing, its claim is left out. */
    private void addOwnClaims(ObjectNode body, Facts facts) {
        context.dialect().tokens().claims().forEach((name, template) -> {
            JsonNode value = Templates.fill(template, facts);
            if (value.isMissingNode() || value.isNull()) {
                body.remove(name);
            } else {
                body.set(name, value);
            }
        });
    }

    /** Issues a refresh token for what was granted at the sign-in. */
    public String refreshToken(Tables tables, SignIn signIn) {
        String token = context.ids().text(TokenStyle.URL_SAFE, TokenStyle.USUAL_LENGTH);
        Instant at = seconds();
        Duration life = Duration.between(at, refreshable(tables, signIn, at));
        tables.tokens()
                .add(
                        Kind.REFRESH,
                        token,
                        Grant.fresh(signIn.client(), signIn.user(), signIn.id(), signIn.scopes(), at, life));
        return token;
    }

    /** Extends a refresh token that is not replaced, if the fixture limits how long it may be idle. */
    public void prolong(Tables tables, String token, SignIn signIn) {
        tables.tokens()
                .find(Kind.REFRESH, token)
                .ifPresent(grant -> tables.tokens().expire(token, refreshable(tables, signIn, grant.issuedAt())));
    }

    /** When a refresh token that is used now expires: at the end of its life, its idle time or its sign-in's life, whichever is first. */
    private Instant refreshable(Tables tables, SignIn signIn, Instant issuedAt) {
        Instant since = tables.signIns().since(signIn.id()).orElse(issuedAt);
        return Stream.of(
                        after(issuedAt, "refreshTokenLifetime"),
                        after(seconds(), "refreshTokenIdleLifetime"),
                        after(since, "refreshTokenAbsoluteLifetime"))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(issuedAt);
    }

    private Optional<Instant> after(Instant begin, String setting) {
        return Optional.of(context.settings().duration(setting))
                .filter(life -> !life.isZero())
                .map(begin::plus);
    }

    /** A text that nobody can guess, such as an authorization code. */
    public String secret() {
        return context.ids().text(TokenStyle.URL_SAFE, TokenStyle.USUAL_LENGTH);
    }

    private Instant seconds() {
        return Instant.ofEpochSecond(context.now().getEpochSecond());
    }
}
