package dev.sandbank.internal.oidc;

import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.gate.PipelineResult;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Refusal.ProtocolError;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Session;
import dev.sandbank.internal.model.SignedValue;
import dev.sandbank.internal.oidc.page.ConsentPage;
import dev.sandbank.internal.oidc.page.ErrorPage;
import dev.sandbank.internal.oidc.page.Hidden;
import dev.sandbank.internal.oidc.page.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the flow answers: a page for the person, or a redirect for the client; and how that is written down. */
final class AuthorizationResponses {

    private final Dialect dialect;
    private final IssuerUrls issuer;
    private final BrowserSessions browsers;
    private final LoginPages loginPages;
    private final SignedValue seal;
    private final ClientResponses answers;

    AuthorizationResponses(
            Dialect dialect, IssuerUrls issuer, BrowserSessions browsers, LoginPages loginPages, SignedValue seal) {
        this.dialect = dialect;
        this.issuer = issuer;
        this.browsers = browsers;
        this.loginPages = loginPages;
        this.seal = seal;
        this.answers = new ClientResponses(issuer);
    }

    DecidedReply loginPage(Request http, PipelineResult<AuthorizationRequest> passage, Optional<String> wanted) {
        Reply page = loginPages.page(http, passage.reached(), wanted, false);
        return answered(passage, new Gate("session", Verdict.PASSED, "login page shown"), page, null, "");
    }

    /** The same page again; why, only the journal knows. */
    DecidedReply loginFailed(Request http, PipelineResult<AuthorizationRequest> passage, String username, String why) {
        Refusal refusal = new Refusal.RuleBroken("login-failed", why, Map.of());
        Reply page = loginPages.page(http, passage.reached(), Optional.of(username), true);
        return answered(passage, new Gate("password", Verdict.REFUSED, why), page, refusal, "");
    }

    DecidedReply consentPage(Request http, PipelineResult<AuthorizationRequest> passage, Session session) {
        AuthorizationRequest call = passage.reached();
        String browser = browsers.browser(http).orElseGet(browsers::freshBrowser);
        Interaction interaction = new Interaction(call.raw(), browser, session.id());
        List<ConsentPage.Scope> scopes = call.scopes().names().stream()
                .map(name -> new ConsentPage.Scope(name, meaning(name)))
                .toList();
        Reply page = Pages.consent(new ConsentPage(
                dialect.title(),
                call.client().registration().name(),
                loginPages.nameOf(session.user()),
                issuer.path("consent"),
                List.of(new Hidden(Interaction.FIELD, interaction.sealed(seal))),
                scopes));
        Gate step = new Gate("consent", Verdict.PASSED, "consent page shown");
        return answered(passage, step, browsers.remember(http, browser, page), null, session.user());
    }

    private String meaning(String scope) {
        return dialect.scopes().getOrDefault(scope, ProtocolScopes.meaning(scope));
    }

    DecidedReply code(PipelineResult<AuthorizationRequest> passage, Session session, String code) {
        Gate step = new Gate("session", Verdict.PASSED, "code issued for user " + session.user());
        return answered(passage, step, answers.code(passage.reached(), code), null, session.user());
    }

    /** Refuses by redirect, or by a page while it is not known where to. */
    DecidedReply refused(PipelineResult<AuthorizationRequest> passage, String gate, String error, String detail) {
        ProtocolError refusal = new ProtocolError(error, detail, 400);
        return answered(passage, new Gate(gate, Verdict.REFUSED, detail), say(passage.reached(), refusal), refusal, "");
    }

    /** Says what one of the gates before the flow refused. */
    DecidedReply refused(PipelineResult<AuthorizationRequest> passage, Refusal refusal) {
        if (refusal instanceof ProtocolError error) {
            return decided(say(passage.reached(), error), passage, passage.steps(), error, "");
        }
        throw new IllegalStateException("clients are refused in the protocol's words, not by " + refusal.key());
    }

    private Reply say(AuthorizationRequest call, ProtocolError error) {
        return call.redirectUri().isPresent()
                ? answers.error(call, error.error(), error.detail())
                : Pages.error(new ErrorPage(dialect.title(), "This sign-in cannot start", told(error), facts(call)));
    }

    private static String told(ProtocolError error) {
        return error.detail() + ". Nothing was sent to the application: what it asks must agree with its registration.";
    }

    private static List<ErrorPage.Fact> facts(AuthorizationRequest call) {
        List<ErrorPage.Fact> facts = new ArrayList<>();
        for (String name : List.of("client_id", "redirect_uri")) {
            call.parameter(name).ifPresent(value -> facts.add(new ErrorPage.Fact(name, value)));
        }
        return facts;
    }

    private static DecidedReply answered(
            PipelineResult<AuthorizationRequest> passage,
            Gate last,
            Reply reply,
            @Nullable Refusal refusal,
            String user) {
        List<Gate> steps = new ArrayList<>(passage.steps());
        steps.add(last);
        return decided(reply, passage, steps, refusal, user);
    }

    private static DecidedReply decided(
            Reply reply,
            PipelineResult<AuthorizationRequest> passage,
            List<Gate> gates,
            @Nullable Refusal refusal,
            String user) {
        String client = passage.reached().knownClient().map(Client::id).orElse("");
        return DecidedReply.of(reply, gates, refusal, "authorization", client, user.isEmpty() ? "" : "user " + user);
    }
}
