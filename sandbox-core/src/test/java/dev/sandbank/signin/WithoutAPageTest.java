package dev.sandbank.signin;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.Page;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody signs in though there is no browser: because a test says so, or the request does and the fixture lets it. */
class WithoutAPageTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    @Test
    void aTestSignsAUserInAndGetsTheRedirect() {
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE);

        URI callback = bank.signIn(request(flow), "ada");

        assertThat(callback.toString()).startsWith(App.MOBILE.redirectUri() + "?");
        assertThat(callback.getQuery()).contains("state=" + flow.state()).contains("iss=" + bank.issuer());
        assertThat(last().decision().operation()).isEqualTo("authorization");
        assertThat(last().decision().subject()).isEqualTo("user ada");
        assertThat(Jwt.idToken(flow.redeem(code(callback)).send()).text("sub")).isEqualTo("ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "consent", "none", "login consent"})
    void theUserHasSignedInAndAgreedAlready(String prompt) {
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE).with("prompt", prompt).with("max_age", "0");

        assertThat(code(bank.signIn(request(flow), "ada"))).isNotEmpty();
    }

    @Test
    void whatIsWrongGoesToTheClientAllTheSame() {
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE).with("scope", "openid made-up");

        assertThat(bank.signIn(request(flow), "ada").getQuery()).contains("error=invalid_scope");
    }

    @Test
    void thereIsNoRedirectWhereABrowserWouldSeeAPage() {
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE).with("redirect_uri", "https://evil.example.test/");

        assertThatThrownBy(() -> bank.signIn(request(flow), "ada"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("status 400");
        assertThat(last().decision().allowed()).isFalse();
    }

    @Test
    void nobodyWhoMayNotSignInIsSignedIn() {
        bank.user("ada").disable();

        assertThatThrownBy(() -> bank.signIn(request(CodeFlow.of(bank, App.MOBILE)), "ada"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("user ada cannot sign in: the user is disabled");
        assertThatThrownBy(() -> bank.signIn(request(CodeFlow.of(bank, App.MOBILE)), "adda"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean \"ada\"?");
    }

    @Test
    void onlyRequestsToTheAuthorizationEndpointAreAnswered() {
        assertThatThrownBy(() -> bank.signIn(bank.tokenUrl(), "ada"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/oidc/authorize");
        assertThatThrownBy(() -> bank.signIn(URI.create("https://bank.example.test/oidc/authorize"), "ada"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not an authorization request to");
    }

    @Test
    void aHintSignsInWhereTheFixtureSaysSo() {
        try (Sandbank hinting = hinting()) {
            Page page = CodeFlow.of(hinting, App.MOBILE)
                    .with("login_hint", "ada")
                    .with("prompt", "login consent")
                    .start(new Browser(hinting));

            assertThat(page.destination()).isEqualTo(App.MOBILE.redirectUri());
            assertThat(page.told("code")).isNotEmpty();
            assertThat(page.decision().gates())
                    .extracting(gate -> gate.saw())
                    .contains("user ada is signed in without a page");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "mallory"})
    void aHintAtNobodyWhoMaySignInShowsThePage(String hint) {
        try (Sandbank hinting = hinting()) {
            hinting.user("mallory").disable();

            Page page =
                    CodeFlow.of(hinting, App.MOBILE).with("login_hint", hint).start(new Browser(hinting));

            assertThat(page.leaves()).isFalse();
        }
    }

    @Test
    void aHintIsNoMoreThanThatElsewhere() {
        Page page = CodeFlow.of(bank, App.MOBILE).with("login_hint", "ada").start(new Browser(bank));

        assertThat(page.leaves()).isFalse();
        assertThat(page.answer()).hasStatus(200);
    }

    private static Sandbank hinting() {
        return Sandbank.builder()
                .fixtureText("bank: apiture\nextends: " + App.FIXTURE + "\nsettings: {signInByHint: true}\n")
                .start();
    }

    private URI request(CodeFlow flow) {
        return URI.create(bank.baseUrl() + flow.target());
    }

    private static String code(URI callback) {
        return List.of(callback.getRawQuery().split("&")).stream()
                .filter(pair -> pair.startsWith("code="))
                .map(pair -> pair.substring("code=".length()))
                .findFirst()
                .orElse("");
    }

    private Exchange last() {
        List<Exchange> calls = bank.journal().calls();
        return calls.get(calls.size() - 1);
    }
}
