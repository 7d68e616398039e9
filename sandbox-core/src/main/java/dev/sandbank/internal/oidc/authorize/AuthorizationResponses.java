package dev.sandbank.internal.oidc.authorize;

import dev.sandbank.internal.oidc.session.BrowserSessions;
import dev.sandbank.internal.oidc.session.Interaction;
import dev.sandbank.internal.oidc.endpoint.IssuerUrls;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.gate.PipelineResult;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Refusal.ProtocolError;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Ruling;
import dev.sandbank.internal.model.Session;
import dev.sandbank.internal.model.SignedValue;
import dev.sandbank.internal.model.Step;
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
public final class AuthorizationResponses {

    private final Dialect dialect;
    private final IssuerUrls issuer;
    private final BrowserSessions browsers;
    private final LoginPages loginPages;
    private final SignedValue seal;
    private final ClientResponses answers;

    public AuthorizationResponses(
            Dialect dialect, IssuerUrls issuer, BrowserSessions browsers, LoginPages loginPages, SignedValue seal) {
        this.dialect = dialect;
        this.issuer = issuer;
        this.browsers = browsers;
        this.loginPages = loginPages;
        this.seal = seal;
        this.answers = new ClientResponses(issuer);
    }

    public DecidedReply loginPage(Request http, PipelineResult<AuthorizationRequest> passage, Optional<String> wanted) {
        Reply page = loginPages.page(http, passage.reached(), wanted, false);
        return answered(passage, new Step("session", true, "login page shown"), page, null, "");
    }

    /** The same page again; why, only the journal knows. */
    public DecidedReply loginFailed(Request http, PipelineResult<AuthorizationRequest> passage, String username, String why) {
        Refusal refusal = new Refusal.RuleBroken("login-failed", why, Map.of());
        Reply page = loginPages.page(http, passage.reached(), Optional.of(username), true);
        return answered(passage, new Step("password", false, why), page, refusal, "");
    }

    public DecidedReply consentPage(Request http, PipelineResult<AuthorizationRequest> passage, Session session) {
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
        Step step = new Step("consent", true, "consent page shown");
        return answered(passage, step, browsers.remember(http, browser, page), null, session.user());
    }

    private String meaning(String scope) {
        return dialect.scopes().getOrDefault(scope, ProtocolScopes.meaning(scope));
    }

    public DecidedReply code(PipelineResult<AuthorizationRequest> passage, Session session, String code) {
        Step step = new Step("session", true, "code issued for user " + session.user());
        return answered(passage, step, answers.code(passage.reached(), code), null, session.user());
    }

    /** Refuses by redirect, or by a page while it is not known where to. */
    public DecidedReply refused(PipelineResult<AuthorizationRequest> passage, String gate, String error, String detail) {
        ProtocolError refusal = new ProtocolError(error, detail, 400);
        return answered(passage, new Step(gate, false, detail), say(passage.reached(), refusal), refusal, "");
    }

    /** Says what one of the gates before the flow refused. */
    public DecidedReply refused(PipelineResult<AuthorizationRequest> passage, Refusal refusal) {
        if (refusal instanceof ProtocolError error) {
            return new DecidedReply(say(passage.reached(), error), ruling(passage, passage.steps(), error, ""));
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
            Step last,
            Reply reply,
            @Nullable Refusal refusal,
            String user) {
        List<Step> steps = new ArrayList<>(passage.steps());
        steps.add(last);
        return new DecidedReply(reply, ruling(passage, steps, refusal, user));
    }

    private static Ruling ruling(
            PipelineResult<AuthorizationRequest> passage, List<Step> steps, @Nullable Refusal refusal, String user) {
        String client = passage.reached().knownClient().map(Client::id).orElse("");
        return new Ruling(steps, refusal, "authorization", client, user.isEmpty() ? "" : "user " + user);
    }
}
