package dev.sandbank.internal.oidc.authorize;

import dev.sandbank.internal.oidc.session.BrowserSessions;
import dev.sandbank.internal.oidc.endpoint.Endpoint;
import dev.sandbank.internal.oidc.session.PageForms;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.PipelineResult;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Request;
import java.util.Set;

/** The authorization endpoint (RFC 6749 §3.1), by query or by form. */
public final class AuthorizationEndpoint implements Endpoint {

    private final Gates<AuthorizationRequest> gates;
    private final SignInFlow flow;
    private final AuthorizationResponses answers;
    private final BrowserSessions browsers;

    public AuthorizationEndpoint(
            Gates<AuthorizationRequest> gates,
            SignInFlow flow,
            AuthorizationResponses answers,
            BrowserSessions browsers) {
        this.gates = gates;
        this.flow = flow;
        this.answers = answers;
        this.browsers = browsers;
    }

    @Override
    public String name() {
        return "authorization";
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "POST");
    }

    @Override
    public DecidedReply answer(Request request) {
        boolean form = request.method().equals("POST");
        PipelineResult<AuthorizationRequest> passage =
                admit(form ? request.body().text() : request.rawQuery());
        return passage.verdict()
                .fold(
                        call -> flow.proceed(request, passage, browsers.session(request), SignInFlow.Progress.NONE),
                        refusal -> answers.refused(passage, refusal));
    }

    /** Reads a request, at first or again when a page about it comes back. */
    public PipelineResult<AuthorizationRequest> admit(String raw) {
        return gates.admit(AuthorizationRequest.of(raw, PageForms.parse(raw)));
    }
}
