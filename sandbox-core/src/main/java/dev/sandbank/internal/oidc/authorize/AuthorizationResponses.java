package dev.sandbank.internal.oidc.authorize;

import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.gate.PipelineResult;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Refusal.ProtocolError;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.OAuthCause;
import dev.sandbank.internal.model.oauth.Session;
import dev.sandbank.internal.oidc.endpoint.IssuerUrls;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.OAuthError.Failure;
import dev.sandbank.internal.oidc.endpoint.Replies;
import dev.sandbank.internal.oidc.page.PageContent;
import dev.sandbank.internal.oidc.page.Pages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the replies of the sign-in flow, a page for the user or a redirect to the client, and the decision for the journal. */
final class AuthorizationResponses {

    private final IssuerUrls issuer;
    private final SignInPages pages;

    AuthorizationResponses(IssuerUrls issuer, SignInPages pages) {
        this.issuer = issuer;
        this.pages = pages;
    }

    DecidedReply loginPage(Request http, PipelineResult<AuthorizationRequest> passage, Optional<String> wanted) {
        Reply page = pages.login(http, passage.reached(), wanted, false);
        return answered(passage, new Gate("session", Verdict.PASSED, "login page shown"), page, null, "");
    }

    /** Shows the login page again. Only the journal says why. */
    DecidedReply loginFailed(
            Request http, PipelineResult<AuthorizationRequest> passage, String username, Refusal refusal) {
        Reply page = pages.login(http, passage.reached(), Optional.of(username), true);
        return answered(passage, new Gate("password", Verdict.REFUSED, refusal.detail()), page, refusal, "");
    }

    /** @param again whether the user picked nothing that the page offers */
    DecidedReply consentPage(
            Request http, PipelineResult<AuthorizationRequest> passage, Session session, boolean again) {
        Reply page = pages.consent(http, passage.reached(), session, again);
        String saw = "consent page shown" + (again ? " again: the user picked nothing that the page offers" : "");
        return answered(passage, new Gate("consent", Verdict.PASSED, saw), page, null, session.user());
    }

    DecidedReply code(PipelineResult<AuthorizationRequest> passage, Session session, String code) {
        Gate step = new Gate("session", Verdict.PASSED, "code issued for user " + session.user());
        return answered(passage, step, send(passage.reached(), Map.of("code", code)), null, session.user());
    }

    /** Refuses by a redirect, or by a page if the redirect URI is not known yet. */
    DecidedReply refused(PipelineResult<AuthorizationRequest> passage, String gate, OAuthCause cause, String said) {
        return refused(passage, gate, cause, said, said);
    }

    /** The same, with more detail in the decision than the client learns. */
    DecidedReply refused(
            PipelineResult<AuthorizationRequest> passage, String gate, OAuthCause cause, String said, String detail) {
        ProtocolError refusal = new ProtocolError(cause, said, detail);
        return answered(passage, new Gate(gate, Verdict.REFUSED, detail), say(passage.reached(), refusal), refusal, "");
    }

    /** Answers with the refusal of a gate before the flow. */
    DecidedReply refused(PipelineResult<AuthorizationRequest> passage, Refusal refusal) {
        if (refusal instanceof ProtocolError error) {
            return decided(say(passage.reached(), error), passage, passage.steps(), error, "");
        }
        throw new IllegalStateException("clients are refused in the protocol's words, not by " + refusal.key());
    }

    private Reply say(AuthorizationRequest call, ProtocolError error) {
        return call.redirectUri().isEmpty()
                ? pages.error(call, error)
                : send(call, error.cause().error(), error.said());
    }

    /** Answers with an error that the request did not cause: by a redirect if the redirect URI is known. */
    Reply failing(AuthorizationRequest call, Failure failure) {
        return call.redirectUri().isEmpty() ? OAuthError.say(failure, "") : send(call, failure.error(), failure.said());
    }

    private Reply send(AuthorizationRequest call, String error, String said) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("error", error);
        members.put("error_description", said);
        return send(call, members);
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
        String client =
                Optional.ofNullable(passage.reached().sender()).map(Client::id).orElse("");
        return DecidedReply.of(reply, gates, refusal, "authorization", client, user.isEmpty() ? "" : "user " + user);
    }

    /** Sends the response to the client through the browser in the requested mode, with {@code state} and the issuer (RFC 9207). */
    private Reply send(AuthorizationRequest call, Map<String, String> members) {
        Map<String, String> all = new LinkedHashMap<>(members);
        call.parameters().first("state").ifPresent(state -> all.put("state", state));
        all.put("iss", issuer.id());
        String uri = call.redirectUri()
                .orElseThrow(() -> new IllegalStateException("nothing is sent to a URI that is not known to be right"));
        return switch (call.responseMode()) {
            case "form_post" -> byForm(uri, all);
            case "fragment" -> Replies.redirectByFragment(uri, all);
            default -> Replies.redirect(uri, all);
        };
    }

    private static Reply byForm(String uri, Map<String, String> members) {
        List<PageContent.Hidden> hidden = new ArrayList<>();
        members.forEach((name, value) -> hidden.add(new PageContent.Hidden(name, value)));
        return Pages.formPost(new PageContent.FormPost(uri, hidden));
    }
}
