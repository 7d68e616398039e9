package dev.sandbank.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As long as client and redirect URI are not known to belong together, errors stay at the bank, on a page. */
class AuthorizationErrorPageTest {

    @AutoClose
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);

    @ParameterizedTest
    @ValueSource(strings = {"stranger", "MOBILE-APP", "mobile-app ", "retired-app", "<script>alert(1)</script>", "é"})
    void tellsOfAClientThatIsUnknownOrDisabled(String client) {
        Page page = flow().with("client_id", client).start(new Browser(BANK));

        assertErrorPage(page, client.replace("é", "é").strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "http://127.0.0.1:4711/callback/",
                "http://127.0.0.1:4711/Callback",
                "http://127.0.0.1:4711/callback?x=1",
                "http://127.0.0.1:4711/callback#x",
                "http://127.0.0.1:4711/callback/../callback",
                "http://127.0.0.1:4711/call%62ack",
                "https://127.0.0.1:4711/callback",
                "http://127.0.0.2:4711/callback",
                "http://[::1]:4711/callback",
                "http://127.0.0.1.evil.example/callback",
                "http://127.0.0.1:4711@evil.example/callback",
                "http://ada@127.0.0.1:4711/callback",
                "http://127.0.0.1:99999/callback",
                "//127.0.0.1/callback",
                "com.example.mobile:/other",
                "javascript:alert(1)",
                "\"><script>alert(1)</script>"
            })
    void namesARedirectUriThatIsNotRegistered(String uri) {
        Page page = flow().with("redirect_uri", uri).start(new Browser(BANK));

        assertErrorPage(page, uri);
    }

    @Test
    void tellsThatNeitherClientNorRedirectUriMayBeMissing() {
        assertErrorPage(flow().without("client_id").start(new Browser(BANK)), "client_id");
        assertErrorPage(flow().without("redirect_uri").start(new Browser(BANK)), "redirect_uri");
        assertErrorPage(flow().with("client_id", "").start(new Browser(BANK)), "client_id");
        assertErrorPage(flow().with("redirect_uri", "").start(new Browser(BANK)), "redirect_uri");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id=mobile-app", "redirect_uri=http%3A%2F%2F127.0.0.1%2Fcallback"})
    void tellsThatNeitherMayBeRepeated(String again) {
        Page page = new Browser(BANK).open(flow().target() + "&" + again);

        assertErrorPage(page, again.substring(0, again.indexOf('=')));
    }

    @Test
    void answersAGarbledForm() {
        Page page = new Browser(BANK)
                .send(HttpCall.post(BANK, "/oidc/authorize")
                        .content("application/x-www-form-urlencoded", "client_id=%zz"));

        assertErrorPage(page, "client_id");
    }

    @Test
    void isWhatASignedInBrowserGetsToo() {
        Browser browser = new Browser(BANK);
        flow().signIn(browser, Person.ADA);

        assertErrorPage(flow().with("redirect_uri", "https://evil.example/").start(browser), "https://evil.example/");
    }

    private static CodeFlow flow() {
        return CodeFlow.of(BANK, App.MOBILE);
    }

    private static void assertErrorPage(Page page, String named) {
        assertThat(page.answer().status()).isEqualTo(400);
        assertThat(page.leaves()).isFalse();
        assertThat(page.answer().header("Location")).isEmpty();
        assertThat(page.heading()).isEqualTo("This sign-in cannot start");
        assertThat(page.text()).contains(named).contains(". Nothing was sent to the application");
        assertThat(page.document().select("script, a, form")).isEmpty();
        assertThat(page.decision().allowed()).isFalse();
    }
}
