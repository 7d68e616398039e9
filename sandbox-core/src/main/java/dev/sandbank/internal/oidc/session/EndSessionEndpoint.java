package dev.sandbank.internal.oidc.session;

import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_CLIENT_ID_OF_ANOTHER;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_ID_TOKEN_HINT;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_POST_LOGOUT_REDIRECT_URI;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_TOO_LONG;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Happening;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.OAuthCause;
import dev.sandbank.internal.model.oauth.Session;
import dev.sandbank.internal.oidc.endpoint.Forms;
import dev.sandbank.internal.oidc.endpoint.IgnoredParameters;
import dev.sandbank.internal.oidc.endpoint.IssuerEndpoint;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.endpoint.Replies;
import dev.sandbank.internal.oidc.page.PageContent;
import dev.sandbank.internal.oidc.page.Pages;
import dev.sandbank.internal.oidc.session.PageForms.Interaction;
import dev.sandbank.internal.oidc.token.IdTokens;
import dev.sandbank.internal.oidc.token.UserClaims;
import dev.sandbank.internal.text.Fields;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signs users out (OpenID Connect RP-Initiated Logout 1.0): at once if the client sends an ID token of the user who is signed in,
 * otherwise after the user has confirmed. Redirects the browser only to a registered URI.
 */
public final class EndSessionEndpoint {

    private static final String UNCHANGED = "Nobody was signed out, and nothing was sent to the application.";
    private static final String NAME = "end_session";

    private final OidcContext context;
    private final BrowserSessions browsers;
    private final PageForms forms;
    private final String bank;

    private EndSessionEndpoint(OidcContext context, BrowserSessions browsers, PageForms forms) {
        this.context = context;
        this.browsers = browsers;
        this.forms = forms;
        this.bank = context.dialect().title();
    }

    public static IssuerEndpoint of(OidcContext context, BrowserSessions browsers, PageForms forms) {
        EndSessionEndpoint endpoint = new EndSessionEndpoint(context, browsers, forms);
        return IssuerEndpoint.forBrowsers(NAME, Set.of("GET", "POST"), endpoint::answer);
    }

    private DecidedReply answer(Request request) {
        boolean form = request.method().equals("POST");
        Fields parameters = form ? PageForms.read(request) : request.query();
        if (form && forms.isOurs(parameters)) {
            return confirmed(request, parameters);
        }
        return IgnoredParameters.telling(
                IgnoredParameters.told(request, parameters, LogoutRequest.READ),
                answer(request, parameters, form ? request.body().text() : request.rawQuery()));
    }

    private DecidedReply answer(Request request, Fields parameters, String raw) {
        if (raw.length() > PageForms.LONGEST) {
            return refused(
                    LogoutRequest.wrong(INVALID_REQUEST_TOO_LONG, "The request is longer than 8 KiB"),
                    Fields.parameters());
        }
        LogoutRequest logout = LogoutRequest.read(parameters, context);
        if (logout.problem() != null) {
            return refused(logout, parameters);
        }
        Optional<Session> session = browsers.session(request);
        boolean proven = logout.hintedUser() != null
                && session.map(known -> known.user().equals(logout.hintedUser()))
                        .orElse(true);
        return session.isEmpty() || proven ? signOut(logout, session) : ask(request, raw, session.get());
    }

    private DecidedReply confirmed(Request request, Fields form) {
        Optional<Interaction> interaction = forms.interaction(request);
        if (interaction.isEmpty()) {
            return forms.expired(NAME, request);
        }
        LogoutRequest logout = LogoutRequest.read(Forms.parse(interaction.get().request()), context);
        return form.first("action").filter("sign-out"::equals).isPresent()
                ? signOut(logout, browsers.session(request))
                : allowed("the user stays signed in", leave(logout, Pages.stillSignedIn(bank)), "");
    }

    private DecidedReply ask(Request request, String raw, Session session) {
        String user = new UserClaims(context).nameOf(session.user());
        String action = context.issuer().path(NAME);
        Reply page = forms.show(
                request,
                raw,
                session.id(),
                hidden -> Pages.signOut(new PageContent.SignOut(bank, user, action, hidden)));
        return allowed("sign-out page shown", page, session.user());
    }

    private DecidedReply signOut(LogoutRequest logout, Optional<Session> session) {
        session.map(Session::id)
                .or(() -> Optional.ofNullable(logout.hintedSession()))
                .ifPresent(id -> context.store().atomically(tables -> {
                    tables.sessions().end(id);
                    return tables.tokens().revokeRefreshOfSession(id);
                }));
        String user = session.map(Session::user).orElse("");
        if (!user.isEmpty()) {
            context.store().happened(new Happening(Happening.SIGNED_OUT, user, "", null));
        }
        return allowed(
                user.isEmpty() ? "nobody was signed in" : "signed out",
                browsers.forget(leave(logout, Pages.signedOut(bank))),
                user);
    }

    private static Reply leave(LogoutRequest logout, Reply page) {
        String returnTo = logout.returnTo();
        return returnTo == null
                ? page
                : Replies.redirect(
                        returnTo,
                        logout.state().map(state -> Map.of("state", state)).orElse(Map.of()));
    }

    private DecidedReply refused(LogoutRequest logout, Fields parameters) {
        String problem = Objects.requireNonNull(logout.problem());
        OAuthCause cause = Objects.requireNonNull(logout.cause());
        List<PageContent.Failure.Fact> facts = parameters.first("post_logout_redirect_uri").stream()
                .map(uri -> new PageContent.Failure.Fact("post_logout_redirect_uri", uri))
                .toList();
        Refusal refusal = new Refusal.ProtocolError(cause, problem, problem);
        Reply page = Pages.error(new PageContent.Failure(
                bank, "This request to sign out is not valid", problem + ". " + UNCHANGED, facts));
        return IssuerEndpoint.decided(NAME, page, new Gate("request", Verdict.REFUSED, problem), refusal);
    }

    private DecidedReply allowed(String saw, Reply reply, String user) {
        String subject = user.isEmpty() ? "" : "user " + user;
        List<Gate> gates =
                List.of(new Gate("request", Verdict.PASSED, "well-formed"), new Gate("session", Verdict.PASSED, saw));
        return DecidedReply.of(reply, gates, null, NAME, "", subject);
    }

    /**
     * A request to sign out (OpenID Connect RP-Initiated Logout 1.0 §2), read and checked.
     *
     * @param hintedUser the user of the ID token hint, or null
     * @param hintedSession the session of the ID token hint, or null
     * @param returnTo the URI to redirect the browser to afterwards, or null
     * @param state the state to send there
     * @param cause what was wrong, or null
     * @param problem the same in words, or null
     */
    private record LogoutRequest(
            @Nullable String hintedUser,
            @Nullable String hintedSession,
            @Nullable String returnTo,
            Optional<String> state,
            @Nullable OAuthCause cause,
            @Nullable String problem) {

        /** The parameters that a request may have. {@code ui_locales} has no effect, because the pages have one language. */
        static final List<String> READ =
                List.of("id_token_hint", "client_id", "post_logout_redirect_uri", "state", "ui_locales");

        static LogoutRequest read(Fields parameters, OidcContext context) {
            Optional<String> hint = first(parameters, "id_token_hint");
            Optional<JsonNode> claims = hint.flatMap(text -> IdTokens.opened(context.keys(), text));
            if (hint.isPresent() && claims.isEmpty()) {
                return wrong(INVALID_REQUEST_ID_TOKEN_HINT, "id_token_hint was not issued here");
            }
            Optional<String> audience = claims.map(body -> body.path("aud").asText());
            Optional<String> named = first(parameters, "client_id");
            if (audience.isPresent() && named.isPresent() && !audience.equals(named)) {
                return wrong(
                        INVALID_REQUEST_CLIENT_ID_OF_ANOTHER,
                        "client_id is not the client that id_token_hint was issued to");
            }
            Optional<String> asked = first(parameters, "post_logout_redirect_uri");
            Optional<Client> client = named.or(() -> audience).flatMap(context::client);
            boolean registered = client.isPresent()
                    && asked.isPresent()
                    && client.get().registration().postLogoutRedirectUris().contains(asked.get());
            if (client.isPresent() && asked.isPresent() && !registered) {
                return wrong(
                        INVALID_REQUEST_POST_LOGOUT_REDIRECT_URI,
                        "post_logout_redirect_uri is not registered for "
                                + client.get().id());
            }
            return new LogoutRequest(
                    claims.map(body -> body.path("sub").asText()).orElse(null),
                    claims.map(body -> body.path("sid").asText()).orElse(null),
                    registered ? asked.get() : null,
                    first(parameters, "state"),
                    null,
                    null);
        }

        private static LogoutRequest wrong(OAuthCause cause, String problem) {
            return new LogoutRequest(null, null, null, Optional.empty(), cause, problem);
        }

        private static Optional<String> first(Fields parameters, String name) {
            return parameters.first(name).filter(value -> !value.isEmpty());
        }
    }
}
