package dev.sandbank.internal.oidc.authorize;

import dev.sandbank.internal.oidc.session.BrowserSessions;
import dev.sandbank.internal.oidc.endpoint.Endpoint;
import dev.sandbank.internal.oidc.session.ExpiredPage;
import dev.sandbank.internal.oidc.session.PageForms;
import dev.sandbank.internal.gate.PipelineResult;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Takes the form of the login page. */
public final class LoginEndpoint implements Endpoint {

    private final AuthorizationEndpoint authorization;
    private final PageForms forms;
    private final Passwords passwords;
    private final BrowserSessions browsers;
    private final SignInFlow flow;
    private final AuthorizationResponses answers;
    private final Duration sessionLifetime;
    private final String bank;

    public LoginEndpoint(
            AuthorizationEndpoint authorization,
            PageForms forms,
            Passwords passwords,
            BrowserSessions browsers,
            SignInFlow flow,
            AuthorizationResponses answers,
            Duration sessionLifetime,
            String bank) {
        this.authorization = authorization;
        this.forms = forms;
        this.passwords = passwords;
        this.browsers = browsers;
        this.flow = flow;
        this.answers = answers;
        this.sessionLifetime = sessionLifetime;
        this.bank = bank;
    }

    @Override
    public String name() {
        return "login";
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public DecidedReply answer(Request request) {
        Fields form = PageForms.read(request);
        return forms.interaction(request, form)
                .map(interaction -> answer(request, form, authorization.admit(interaction.request())))
                .orElseGet(() -> ExpiredPage.of(this, bank));
    }

    private DecidedReply answer(Request request, Fields form, PipelineResult<AuthorizationRequest> passage) {
        if (!passage.verdict().passed()) {
            return passage.verdict()
                    .fold(call -> ExpiredPage.of(this, bank), refusal -> answers.refused(passage, refusal));
        }
        if (form.first("action").filter("deny"::equals).isPresent()) {
            return answers.refused(passage, "password", "access_denied", "The user did not sign in");
        }
        Passwords.Outcome outcome = passwords.check(form);
        return outcome.user()
                .map(user -> signedIn(request, passage, user))
                .orElseGet(() -> answers.loginFailed(
                        request, passage, form.first("username").orElse(""), outcome.why()));
    }

    private DecidedReply signedIn(Request request, PipelineResult<AuthorizationRequest> passage, String user) {
        Session session = browsers.freshSession(request, user, sessionLifetime);
        DecidedReply next = flow.proceed(request, passage, Optional.of(session), SignInFlow.Progress.SIGNED_IN);
        return next.with(browsers.begin(request, session, next.reply()));
    }
}
