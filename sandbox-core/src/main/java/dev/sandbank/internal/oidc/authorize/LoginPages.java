package dev.sandbank.internal.oidc.authorize;

import dev.sandbank.internal.oidc.session.BrowserSessions;
import dev.sandbank.internal.oidc.session.Interaction;
import dev.sandbank.internal.oidc.endpoint.IssuerUrls;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.SignedValue;
import dev.sandbank.internal.model.UserStatus;
import dev.sandbank.internal.oidc.page.Hidden;
import dev.sandbank.internal.oidc.page.LoginPage;
import dev.sandbank.internal.oidc.page.LoginPage.Choice;
import dev.sandbank.internal.oidc.page.Pages;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import java.util.List;
import java.util.Optional;

/** The login page for one authorization request. */
public final class LoginPages {

    private final Dialect dialect;
    private final IssuerUrls issuer;
    private final BrowserSessions browsers;
    private final Store store;
    private final SignedValue seal;
    private final boolean offersUsers;

    public LoginPages(
            Dialect dialect,
            IssuerUrls issuer,
            BrowserSessions browsers,
            Store store,
            SignedValue seal,
            boolean offersUsers) {
        this.dialect = dialect;
        this.issuer = issuer;
        this.browsers = browsers;
        this.store = store;
        this.seal = seal;
        this.offersUsers = offersUsers;
    }

    /** @param user whom the request, or the failed attempt before, is about */
    public Reply page(Request http, AuthorizationRequest call, Optional<String> user, boolean failed) {
        String browser = browsers.browser(http).orElseGet(browsers::freshBrowser);
        String interaction = new Interaction(call.raw(), browser, "").sealed(seal);
        String username = user.or(() -> call.parameter("login_hint")).orElse("");
        Reply page = Pages.login(new LoginPage(
                dialect.title(),
                call.client().registration().name(),
                issuer.path("login"),
                List.of(new Hidden(Interaction.FIELD, interaction)),
                username,
                failed,
                choices()));
        return browsers.remember(http, browser, page);
    }

    private List<Choice> choices() {
        return offersUsers
                ? store.entries().all(Directory.USERS).stream()
                        .filter(user -> status(user).equals(UserStatus.ACTIVE.word()))
                        .filter(user -> user.document().has("username"))
                        .map(user -> new Choice(user.document().path("username").asText(), label(user)))
                        .toList()
                : List.of();
    }

    private static String status(Entry user) {
        return user.document().path("status").asText(UserStatus.ACTIVE.word());
    }

    private static String label(Entry user) {
        return user.document().path("claims").path("name").asText(user.id());
    }

    /** A user's name for people. */
    public String nameOf(String userId) {
        return store.entries()
                .find(Directory.USERS, userId)
                .map(LoginPages::label)
                .orElse(userId);
    }
}
