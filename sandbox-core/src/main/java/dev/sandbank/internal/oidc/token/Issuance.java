package dev.sandbank.internal.oidc.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Authentication;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.SignIn;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.store.Tokens;
import dev.sandbank.internal.store.Tokens.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Issues access and refresh tokens: every one new, none shared between two users or two clients. */
public final class Issuance {

    private static final String SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int SAFE_LENGTH = 43;

    /** How long what is no longer good has not been: more than any clock is wrong. */
    private static final Duration AGE = Duration.ofHours(1);

    private final OidcContext context;

    public Issuance(OidcContext context) {
        this.context = context;
    }

    /** A token, which is never kept, and what it stands for. */
    public record Issued(String token, Grant grant) {

        /** The members of a token reply that every grant gives (RFC 6749 §5.1). */
        public ObjectNode members() {
            ObjectNode members = JsonNodeFactory.instance.objectNode();
            members.put("access_token", token);
            members.put("token_type", "Bearer");
            members.put("expires_in", grant.lifetime().toSeconds());
            members.put("scope", grant.scopes().toString());
            return members;
        }

        @Override
        public String toString() {
            return "token of client " + grant.client();
        }
    }

    /** A token for a client itself, for the user it is bound to, or for another one as if that user had signed in. */
    public Issued accessToken(Client client, @Nullable String user, Scopes scopes) {
        return user == null
                        || user.equals(client.boundUser())
                        || !context.consents().asked()
                ? accessToken(context.store().tokens(), client, user, null, scopes)
                : accessToken(client, user, scopes, Authentication.by("pwd"));
    }

    /** The same, but issued long enough ago to be no longer good. */
    public Issued expiredToken(Client client, @Nullable String user, Scopes scopes) {
        Instant issuedAt = seconds().minus(life()).minus(AGE);
        return issue(
                context.store().tokens(), client, null, Grant.fresh(client.id(), user, null, scopes, issuedAt, life()));
    }

    /** What a JWT access token for a client would say: signed by nobody, known to nobody. */
    public ObjectNode claims(Client client, @Nullable String user, Scopes scopes) {
        return claims(Grant.fresh(client.id(), user, null, scopes, seconds(), life()), null);
    }

    private Duration life() {
        return context.settings().duration("accessTokenLifetime");
    }

    /** A token for the user who signed in. */
    public Issued accessToken(Tokens tokens, Client client, SignIn signIn, Scopes scopes) {
        return accessToken(tokens, client, signIn.user(), signIn, scopes);
    }

    /** A token for a user who is said to have signed in so. */
    public Issued accessToken(Client client, String user, Scopes scopes, Authentication how) {
        SignIn signIn = new SignIn(
                context.ids().uuid(),
                client.id(),
                user,
                scopes,
                seconds().minus(how.ago()),
                context.ids().uuid(),
                null,
                how.acr().isEmpty() ? null : how.acr(),
                String.join(" ", how.amr()),
                "{}",
                consent(client, user, scopes, how.consent()),
                false);
        context.store().signIns().add(signIn);
        return accessToken(context.store().tokens(), client, signIn, scopes);
    }

    /** Keeps what a user consents to; returns its id, or null where the bank keeps none. */
    public @Nullable String consent(Client client, String user, Scopes scopes, List<String> picked) {
        Grant grant = Grant.fresh(client.id(), user, null, scopes, seconds(), life());
        return context.consents().give(grant, picked);
    }

    private Issued accessToken(
            Tokens tokens, Client client, @Nullable String user, @Nullable SignIn signIn, Scopes scopes) {
        Grant grant = Grant.fresh(client.id(), user, signIn == null ? null : signIn.id(), scopes, seconds(), life());
        return issue(tokens, client, signIn, grant);
    }

    private Issued issue(Tokens tokens, Client client, @Nullable SignIn signIn, Grant grant) {
        Issued issued = context.isJwt(client.registration())
                ? signed(client, grant, signIn)
                : new Issued(opaque(signIn != null), grant);
        tokens.add(Kind.ACCESS, issued.token(), issued.grant());
        return issued;
    }

    private String opaque(boolean forSignIn) {
        Dialect.Tokens style = context.dialect().tokens();
        return context.ids().text(style.alphabet(), forSignIn ? style.userLength() : style.length());
    }

    /** A JWT access token (RFC 9068 §2). */
    private Issued signed(Client client, Grant grant, @Nullable SignIn signIn) {
        String claims = claims(grant, signIn).toString();
        SigningKeys.Signed signed = context.keys()
                .sign(
                        context.accessTokenAlgorithm(client.registration()),
                        context.settings().text("jwtType"),
                        claims);
        return new Issued(signed.text(), grant.signedBy(signed.keyId()));
    }

    /** Authentication methods as a claim. */
    static ArrayNode methods(String amr) {
        ArrayNode methods = JsonNodeFactory.instance.arrayNode();
        Stream.of(amr.split(" ")).filter(method -> !method.isEmpty()).forEach(methods::add);
        return methods;
    }

    private ObjectNode claims(Grant grant, @Nullable SignIn signIn) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", context.issuer().id());
        claims.put("sub", grant.forUser().orElse(grant.client()));
        claims.put("aud", context.issuer().apiUrl());
        claims.put("client_id", grant.client());
        claims.put("iat", grant.issuedAt().getEpochSecond());
        claims.put("exp", grant.expiresAt().getEpochSecond());
        claims.put("jti", context.ids().uuid());
        claims.put("scope", grant.scopes().toString());
        if (signIn != null) {
            claims.put("auth_time", signIn.authTime().getEpochSecond());
            Optional.ofNullable(signIn.acr()).ifPresent(acr -> claims.put("acr", acr));
            claims.set("amr", methods(signIn.amr()));
        }
        addOwnClaims(claims, grant);
        return claims;
    }

    /** What the bank says in its tokens besides; a template whose fact is not there takes the claim along. */
    private void addOwnClaims(ObjectNode claims, Grant grant) {
        Facts facts = name -> switch (name) {
            case "subject" -> grant.forUser().orElse(null);
            case "client" -> grant.client();
            case "scope" -> grant.scopes().toString();
            case "scopes" -> grant.scopes().names();
            case "issuer" -> context.issuer().id();
            case "api-url" -> context.issuer().apiUrl();
            default -> null;
        };
        context.dialect().tokens().claims().forEach((name, template) -> {
            JsonNode value = Templates.fill(template, facts);
            if (value.isMissingNode() || value.isNull()) {
                claims.remove(name);
            } else {
                claims.set(name, value);
            }
        });
    }

    /** A refresh token for what was granted at the sign-in. */
    public String refreshToken(Tokens tokens, SignIn signIn) {
        String token = context.ids().text(SAFE, SAFE_LENGTH);
        Grant grant = Grant.fresh(
                signIn.client(),
                signIn.user(),
                signIn.id(),
                signIn.scopes(),
                seconds(),
                context.settings().duration("refreshTokenLifetime"));
        tokens.add(Kind.REFRESH, token, grant);
        return token;
    }

    /** A text that nobody guesses, such as an authorization code. */
    public String secret() {
        return context.ids().text(SAFE, SAFE_LENGTH);
    }

    private Instant seconds() {
        return Instant.ofEpochSecond(context.now().getEpochSecond());
    }
}
