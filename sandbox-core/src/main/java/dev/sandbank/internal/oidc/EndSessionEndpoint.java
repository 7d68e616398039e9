package dev.sandbank.internal.oidc;

import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Session;
import dev.sandbank.internal.model.SignedValue;
import dev.sandbank.internal.oidc.page.ErrorPage;
import dev.sandbank.internal.oidc.page.Hidden;
import dev.sandbank.internal.oidc.page.Pages;
import dev.sandbank.internal.oidc.page.SignOutPage;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Signing out (OpenID Connect RP-Initiated Logout 1.0): at once for a client that proves with an ID token whose session
 * it is about, else after the person has confirmed. A browser is sent on only to a registered URI.
 */
final class EndSessionEndpoint implements Endpoint {

    private static final String UNCHANGED = "Nobody was signed out, and nothing was sent to the application.";

    private final IssuerUrls issuer;
    private final BrowserSessions browsers;
    private final PageForms forms;
    private final LoginPages names;
    private final SigningKeys keys;
    private final SignedValue seal;
    private final Store store;
    private final Function<String, Optional<Client>> clients;
    private final String bank;

    EndSessionEndpoint(
            IssuerUrls issuer,
            BrowserSessions browsers,
            PageForms forms,
            LoginPages names,
            SigningKeys keys,
            SignedValue seal,
            Store store,
            Function<String, Optional<Client>> clients,
            String bank) {
        this.issuer = issuer;
        this.browsers = browsers;
        this.forms = forms;
        this.names = names;
        this.keys = keys;
        this.seal = seal;
        this.store = store;
        this.clients = clients;
        this.bank = bank;
    }

    @Override
    public String name() {
        return "end_session";
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "POST");
    }

    @Override
    public DecidedReply answer(Request request) {
        boolean form = request.method().equals("POST");
        Fields parameters = form ? PageForms.read(request) : request.query();
        if (form && parameters.has(Interaction.FIELD)) {
            return confirmed(request, parameters);
        }
        return answer(request, parameters, form ? request.body().text() : request.rawQuery());
    }

    private DecidedReply answer(Request request, Fields parameters, String raw) {
        if (raw.length() > PageForms.LONGEST) {
            return refused("The request is longer than 8 KiB", Fields.parameters());
        }
        LogoutRequest logout = LogoutRequest.read(parameters, keys, clients);
        if (logout.problem() != null) {
            return refused(logout.problem(), parameters);
        }
        Optional<Session> session = browsers.session(request);
        boolean proven = logout.hintedUser() != null
                && session.map(known -> known.user().equals(logout.hintedUser()))
                        .orElse(true);
        return session.isEmpty() || proven ? signOut(logout, session) : ask(request, raw, session.get());
    }

    private DecidedReply confirmed(Request request, Fields form) {
        Optional<Interaction> interaction = forms.interaction(request, form);
        if (interaction.isEmpty()) {
            return ExpiredPage.of(this, bank);
        }
        LogoutRequest logout =
                LogoutRequest.read(PageForms.parse(interaction.get().request()), keys, clients);
        return form.first("action").filter("sign-out"::equals).isPresent()
                ? signOut(logout, browsers.session(request))
                : allowed("the person stays signed in", leave(logout, Pages.stillSignedIn(bank)), "");
    }

    private DecidedReply ask(Request request, String raw, Session session) {
        String browser = browsers.browser(request).orElseGet(browsers::freshBrowser);
        String interaction = new Interaction(raw, browser, session.id()).sealed(seal);
        Reply page = Pages.signOut(new SignOutPage(
                bank,
                names.nameOf(session.user()),
                issuer.path("end_session"),
                List.of(new Hidden(Interaction.FIELD, interaction))));
        return allowed("asks the person", browsers.remember(request, browser, page), session.user());
    }

    private DecidedReply signOut(LogoutRequest logout, Optional<Session> session) {
        session.map(Session::id)
                .or(() -> Optional.ofNullable(logout.hintedSession()))
                .ifPresent(id -> store.atomically(tables -> {
                    tables.sessions().end(id);
                    return tables.tokens().revokeRefreshOfSession(id);
                }));
        String user = session.map(Session::user).orElse("");
        return allowed(
                user.isEmpty() ? "nobody was signed in" : "signed out",
                browsers.forget(leave(logout, Pages.signedOut(bank))),
                user);
    }

    private static Reply leave(LogoutRequest logout, Reply page) {
        String returnTo = logout.returnTo();
        return returnTo == null
                ? page
                : ClientResponses.byQuery(
                        returnTo,
                        logout.state().map(state -> Map.of("state", state)).orElse(Map.of()));
    }

    private DecidedReply refused(String problem, Fields parameters) {
        List<ErrorPage.Fact> facts = parameters.first("post_logout_redirect_uri").stream()
                .map(uri -> new ErrorPage.Fact("post_logout_redirect_uri", uri))
                .toList();
        Refusal refusal = new Refusal.ProtocolError("invalid_request", problem, 400);
        return DecidedReply.of(
                Pages.error(new ErrorPage(bank, "This sign-out cannot be done", problem + ". " + UNCHANGED, facts)),
                List.of(new Gate("request", Verdict.REFUSED, problem)),
                refusal,
                name(),
                "",
                "");
    }

    private DecidedReply allowed(String saw, Reply reply, String user) {
        String subject = user.isEmpty() ? "" : "user " + user;
        return DecidedReply.of(reply, List.of(new Gate("session", Verdict.PASSED, saw)), null, name(), "", subject);
    }
}
