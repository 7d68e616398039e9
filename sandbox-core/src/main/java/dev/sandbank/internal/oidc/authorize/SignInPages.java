package dev.sandbank.internal.oidc.authorize;

import dev.sandbank.internal.model.Refusal.ProtocolError;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Session;
import dev.sandbank.internal.model.oauth.UserStatus;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.page.PageContent;
import dev.sandbank.internal.oidc.page.PageContent.Consent.Pick;
import dev.sandbank.internal.oidc.page.PageContent.Consent.Picks;
import dev.sandbank.internal.oidc.page.PageContent.Login.Choice;
import dev.sandbank.internal.oidc.page.Pages;
import dev.sandbank.internal.oidc.session.PageForms;
import dev.sandbank.internal.oidc.token.UserClaims;
import dev.sandbank.internal.store.Directory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows the pages about one authorization request: login, consent and error. */
final class SignInPages {

    /** What the consent page says about the scopes of OpenID Connect (Core §5.4 and §11). */
    private static final Map<String, String> PROTOCOL_SCOPES = Map.of(
            "openid", "Sign you in, and recognize you when you come back",
            "profile", "See your name, picture and other details of your profile",
            "email", "See your email address, and whether it is verified",
            "address", "See your postal address",
            "phone", "See your phone number, and whether it is verified",
            "offline_access", "Keep its access while you are away");

    /** The most choices that the consent page shows. */
    private static final int MOST_PICKS = 200;

    private final OidcContext context;
    private final PageForms forms;
    private final UserClaims claims;

    SignInPages(OidcContext context, PageForms forms) {
        this.context = context;
        this.forms = forms;
        this.claims = new UserClaims(context);
    }

    /** @param user the user that the request, or the failed attempt before it, names */
    Reply login(Request http, AuthorizationRequest call, Optional<String> user, boolean failed) {
        String username = user.or(() -> call.parameter("login_hint")).orElse("");
        return forms.show(
                http,
                call.raw(),
                "",
                hidden -> Pages.login(new PageContent.Login(
                        bank(),
                        name(call.client()),
                        context.issuer().path("login"),
                        hidden,
                        username,
                        failed,
                        choices())));
    }

    private List<Choice> choices() {
        return context.settings().flag("offerUsers")
                ? context.store().entries().all(Directory.USERS).stream()
                        .filter(user -> user.document()
                                .path("status")
                                .asText(UserStatus.ACTIVE.word())
                                .equals(UserStatus.ACTIVE.word()))
                        .filter(user -> user.document().has("username"))
                        .map(user -> new Choice(user.document().path("username").asText(), UserClaims.nameOf(user)))
                        .toList()
                : List.of();
    }

    /** @param again whether the user picked nothing that the page offers */
    Reply consent(Request http, AuthorizationRequest call, Session session, boolean again) {
        List<PageContent.Consent.Scope> scopes = call.scopes().names().stream()
                .map(name -> new PageContent.Consent.Scope(name, meaning(name)))
                .toList();
        String user = claims.nameOf(session.user());
        String action = context.issuer().path("consent");
        Picks picks = context.consents().asked()
                ? new Picks(
                        context.consents().choices(session.user()).entrySet().stream()
                                .limit(MOST_PICKS)
                                .map(choice -> new Pick(choice.getKey(), choice.getValue()))
                                .toList(),
                        again)
                : null;
        return forms.show(
                http,
                call.raw(),
                session.id(),
                hidden -> Pages.consent(
                        new PageContent.Consent(bank(), name(call.client()), user, action, hidden, scopes, picks)));
    }

    private String meaning(String scope) {
        return context.dialect().scopes().getOrDefault(scope, PROTOCOL_SCOPES.getOrDefault(scope, ""));
    }

    /** Shows an error to the user, as long as the redirect URI is not known to be the client's. */
    Reply error(AuthorizationRequest call, ProtocolError error) {
        String told =
                error.detail() + ". Nothing was sent to the application: its request must match its registration.";
        List<PageContent.Failure.Fact> facts = Stream.of("client_id", "redirect_uri")
                .flatMap(name -> call.parameter(name).map(value -> new PageContent.Failure.Fact(name, value)).stream())
                .toList();
        return Pages.error(new PageContent.Failure(bank(), "This sign-in cannot start", told, facts));
    }

    private String bank() {
        return context.dialect().title();
    }

    private static String name(Client client) {
        return client.registration().name();
    }
}
