package dev.sandbank.internal.oidc.authorize;

import static dev.sandbank.internal.model.oauth.OAuthCause.CONSENT_REQUIRED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_ID_TOKEN_HINT;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_ID_TOKEN_HINT_OF_ANOTHER;
import static dev.sandbank.internal.model.oauth.OAuthCause.LOGIN_REQUIRED_AGAIN;
import static dev.sandbank.internal.model.oauth.OAuthCause.LOGIN_REQUIRED_NOBODY;
import static dev.sandbank.internal.model.oauth.OAuthCause.LOGIN_REQUIRED_OTHER_USER;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.gate.PipelineResult;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.oauth.Code;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.Session;
import dev.sandbank.internal.model.oauth.SignIn;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.grant.Pkce;
import dev.sandbank.internal.oidc.token.IdTokens;
import dev.sandbank.internal.oidc.token.Issuance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes a valid authorization request to its answer: asks the user to sign in and to consent where needed, then issues a code
 * (OpenID Connect Core §3.1.2.3 to §3.1.2.5).
 */
final class SignInFlow {

    private final OidcContext context;
    private final Issuance issuance;
    private final AuthorizationResponses answers;

    SignInFlow(OidcContext context, AuthorizationResponses answers) {
        this.context = context;
        this.issuance = new Issuance(context);
        this.answers = answers;
    }

    /**
     * Goes on until it needs the user.
     *
     * @param session the login session of the browser, if there is one
     * @param progress what the user has already done for this request
     */
    DecidedReply proceed(
            Request http, PipelineResult<AuthorizationRequest> passage, Optional<Session> session, Progress progress) {
        AuthorizationRequest call = passage.reached();
        Optional<String> wanted = call.insistsOnUser();
        if (call.parameter("id_token_hint").isPresent()) {
            Optional<JsonNode> hint = hint(call);
            Optional<String> hinted = hint.flatMap(claims -> hintedUser(call, claims));
            if (hinted.isEmpty()) {
                return hintRefused(passage, hint);
            }
            wanted = hinted;
        }
        return proceed(http, passage, session, progress, wanted);
    }

    private DecidedReply proceed(
            Request http,
            PipelineResult<AuthorizationRequest> passage,
            Optional<Session> session,
            Progress progress,
            Optional<String> wanted) {
        AuthorizationRequest call = passage.reached();
        boolean other = wanted.filter(user ->
                        session.filter(known -> known.user().equals(user)).isEmpty())
                .isPresent();
        if (session.isEmpty() || other || (progress == Progress.NONE && mustSignInAgain(call, session.get()))) {
            return call.prompts("none") || (other && progress != Progress.NONE)
                    ? loginRequired(passage, session, other)
                    : answers.loginPage(http, passage, wanted);
        }
        if (progress != Progress.CONSENTED && session.get().picks() == null && needsConsent(call, session.get())) {
            return call.prompts("none")
                    ? answers.refused(passage, "consent", CONSENT_REQUIRED, "The user has not consented")
                    : answers.consentPage(http, passage, session.get(), false);
        }
        return answers.code(passage, session.get(), issueCode(call, session.get()));
    }

    private DecidedReply loginRequired(
            PipelineResult<AuthorizationRequest> passage, Optional<Session> session, boolean other) {
        String said = "Nobody suitable is signed in";
        if (session.isEmpty()) {
            return answers.refused(passage, "session", LOGIN_REQUIRED_NOBODY, said, "Nobody is signed in");
        }
        String user = "The user " + session.get().user() + " is signed in, ";
        return other
                ? answers.refused(
                        passage,
                        "session",
                        LOGIN_REQUIRED_OTHER_USER,
                        said,
                        user + "but the request is for another user")
                : answers.refused(
                        passage,
                        "session",
                        LOGIN_REQUIRED_AGAIN,
                        said,
                        user + "but signed in longer ago than max_age allows");
    }

    private boolean mustSignInAgain(AuthorizationRequest call, Session session) {
        if (call.prompts("login") || call.prompts("select_account")) {
            return true;
        }
        OptionalLong maxAge = call.maxAge();
        Duration age = Duration.between(session.authTime(), context.now());
        return maxAge.isPresent()
                && (maxAge.getAsLong() == 0 || age.compareTo(Duration.ofSeconds(maxAge.getAsLong())) > 0);
    }

    private boolean needsConsent(AuthorizationRequest call, Session session) {
        Scopes known = context.store()
                .sessions()
                .consented(session.user(), call.client().id());
        return context.consents().asked()
                || call.prompts("consent")
                || (context.settings().flag("askConsent") && !known.covers(call.scopes()));
    }

    /** The claims of {@code id_token_hint}, if this server issued it; it may have expired. */
    private Optional<JsonNode> hint(AuthorizationRequest call) {
        return call.parameter("id_token_hint").flatMap(text -> IdTokens.opened(context.keys(), text));
    }

    private DecidedReply hintRefused(PipelineResult<AuthorizationRequest> passage, Optional<JsonNode> hint) {
        String said = "id_token_hint was not issued here";
        return hint.isEmpty()
                ? answers.refused(passage, "session", INVALID_REQUEST_ID_TOKEN_HINT, said)
                : answers.refused(
                        passage,
                        "session",
                        INVALID_REQUEST_ID_TOKEN_HINT_OF_ANOTHER,
                        said,
                        "id_token_hint was issued to the client "
                                + hint.get().path("aud").asText());
    }

    /** The user of an ID token, if it was issued to this client. */
    private static Optional<String> hintedUser(AuthorizationRequest call, JsonNode hint) {
        return Optional.of(hint)
                .filter(claims ->
                        claims.path("aud").asText().equals(call.client().id()))
                .map(claims -> claims.path("sub"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    /** Issues an authorization code: about 256 random bits, short-lived, kept with all that its redemption must repeat. */
    private String issueCode(AuthorizationRequest call, Session session) {
        String text = issuance.secret();
        String challenge = call.parameter("code_challenge").orElse(null);
        String method = challenge == null
                ? null
                : call.parameter("code_challenge_method").orElse(Pkce.PLAIN);
        String redirectUri = call.redirectUri().orElseThrow();
        Instant expiresAt = context.now().plus(context.settings().duration("codeLifetime"));
        context.store().atomically(tables -> {
            SignIn signIn = signIn(call, session);
            tables.signIns().add(signIn);
            tables.signIns().addCode(text, new Code(signIn, redirectUri, challenge, method, expiresAt, false));
            return tables;
        });
        return text;
    }

    private SignIn signIn(AuthorizationRequest call, Session session) {
        List<String> picks = session.picks();
        return new SignIn(
                context.ids().uuid(),
                call.client().id(),
                session.user(),
                call.scopes(),
                new SignIn.Login(
                        session.authTime(),
                        session.id(),
                        session.acr() == null ? call.acr().orElse(null) : session.acr(),
                        session.amr()),
                call.parameter("nonce").orElse(null),
                call.claims(),
                issuance.consent(call.client(), session.user(), call.scopes(), picks == null ? List.of() : picks),
                false,
                call.audience());
    }

    /** What the user has already done for this request: nothing, signed in, or signed in and consented. */
    enum Progress {
        NONE,
        SIGNED_IN,
        CONSENTED
    }
}
