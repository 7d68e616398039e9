package dev.sandbank.internal.oidc.authorize;

import dev.sandbank.internal.oidc.token.IdTokens;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.gate.PipelineResult;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Scopes;
import dev.sandbank.internal.model.Session;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * From an authorization request that is in order to its answer: sign in if need be, consent if need be, then a code
 * (OpenID Connect Core §3.1.2.3 to §3.1.2.5).
 */
public final class SignInFlow {

    private final Store store;
    private final SigningKeys keys;
    private final Settings settings;
    private final Supplier<Instant> now;
    private final CodeIssue codes;
    private final AuthorizationResponses answers;

    public SignInFlow(
            Store store,
            SigningKeys keys,
            Settings settings,
            Supplier<Instant> now,
            CodeIssue codes,
            AuthorizationResponses answers) {
        this.store = store;
        this.keys = keys;
        this.settings = settings;
        this.now = now;
        this.codes = codes;
        this.answers = answers;
    }

    /**
     * Goes on as far as it can without the person.
     *
     * @param session the login session of the browser, if there is one
     * @param progress what the person has done for this very request already
     */
    public DecidedReply proceed(
            Request http, PipelineResult<AuthorizationRequest> passage, Optional<Session> session, Progress progress) {
        AuthorizationRequest call = passage.reached();
        Optional<String> wanted = call.insistsOnUser();
        if (call.parameter("id_token_hint").isPresent()) {
            Optional<String> hinted = hintedUser(call);
            if (hinted.isEmpty()) {
                return answers.refused(passage, "session", "invalid_request", "id_token_hint was not issued here");
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
        if (session.isEmpty() || other || (!progress.signedIn() && mustSignInAgain(call, session.get()))) {
            return call.prompts("none") || (other && progress.signedIn())
                    ? answers.refused(passage, "session", "login_required", "Nobody suitable is signed in")
                    : answers.loginPage(http, passage, wanted);
        }
        if (!progress.consented() && needsConsent(call, session.get())) {
            return call.prompts("none")
                    ? answers.refused(passage, "consent", "consent_required", "The user has not consented")
                    : answers.consentPage(http, passage, session.get());
        }
        return answers.code(passage, session.get(), codes.issue(call, session.get()));
    }

    private boolean mustSignInAgain(AuthorizationRequest call, Session session) {
        if (call.prompts("login") || call.prompts("select_account")) {
            return true;
        }
        OptionalLong maxAge = call.maxAge();
        Duration age = Duration.between(session.authTime(), now.get());
        return maxAge.isPresent()
                && (maxAge.getAsLong() == 0 || age.compareTo(Duration.ofSeconds(maxAge.getAsLong())) > 0);
    }

    private boolean needsConsent(AuthorizationRequest call, Session session) {
        Scopes known = store.sessions().consented(session.user(), call.client().id());
        return call.prompts("consent") || (settings.flag("askConsent") && !known.covers(call.scopes()));
    }

    /** The user of an ID token that was issued here, to this client; its age does not matter. */
    private Optional<String> hintedUser(AuthorizationRequest call) {
        return call.parameter("id_token_hint")
                .flatMap(text -> IdTokens.opened(keys, text))
                .filter(claims ->
                        claims.path("aud").asText().equals(call.client().id()))
                .map(claims -> claims.path("sub"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    /**
     * What the person has done for this very request already.
     *
     * @param signedIn whether somebody has just signed in for it
     * @param consented whether the user has just allowed it
     */
    public record Progress(boolean signedIn, boolean consented) {

        static final Progress NONE = new Progress(false, false);
        static final Progress SIGNED_IN = new Progress(true, false);
        static final Progress CONSENTED = new Progress(true, true);
    }
}
