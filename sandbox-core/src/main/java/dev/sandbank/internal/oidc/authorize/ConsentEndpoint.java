package dev.sandbank.internal.oidc.authorize;

import dev.sandbank.internal.oidc.session.BrowserSessions;
import dev.sandbank.internal.oidc.endpoint.Endpoint;
import dev.sandbank.internal.oidc.session.ExpiredPage;
import dev.sandbank.internal.oidc.session.Interaction;
import dev.sandbank.internal.oidc.session.PageForms;
import dev.sandbank.internal.gate.PipelineResult;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Session;
import dev.sandbank.internal.store.Store;
import java.util.Optional;
import java.util.Set;

/** Takes the form of the consent page. */
public final class ConsentEndpoint implements Endpoint {

    private final AuthorizationEndpoint authorization;
    private final PageForms forms;
    private final BrowserSessions browsers;
    private final Store store;
    private final SignInFlow flow;
    private final AuthorizationResponses answers;
    private final String bank;

    public ConsentEndpoint(
            AuthorizationEndpoint authorization,
            PageForms forms,
            BrowserSessions browsers,
            Store store,
            SignInFlow flow,
            AuthorizationResponses answers,
            String bank) {
        this.authorization = authorization;
        this.forms = forms;
        this.browsers = browsers;
        this.store = store;
        this.flow = flow;
        this.answers = answers;
        this.bank = bank;
    }

    @Override
    public String name() {
        return "consent";
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public DecidedReply answer(Request request) {
        Fields form = PageForms.read(request);
        Optional<Interaction> interaction = forms.interaction(request, form);
        Optional<Session> session = browsers.session(request)
                .filter(known -> interaction
                        .filter(page -> page.session().equals(known.id()))
                        .isPresent());
        if (interaction.isEmpty() || session.isEmpty()) {
            return ExpiredPage.of(this, bank);
        }
        PipelineResult<AuthorizationRequest> passage =
                authorization.admit(interaction.get().request());
        return passage.verdict()
                .fold(
                        call -> decide(request, form, passage, session.get()),
                        refusal -> answers.refused(passage, refusal));
    }

    private DecidedReply decide(
            Request request, Fields form, PipelineResult<AuthorizationRequest> passage, Session session) {
        if (form.first("action").filter("allow"::equals).isEmpty()) {
            return answers.refused(passage, "consent", "access_denied", "The user did not consent");
        }
        AuthorizationRequest call = passage.reached();
        store.atomically(tables -> {
            tables.sessions().consent(session.user(), call.client().id(), call.scopes());
            return tables;
        });
        return flow.proceed(request, passage, Optional.of(session), SignInFlow.Progress.CONSENTED);
    }
}
