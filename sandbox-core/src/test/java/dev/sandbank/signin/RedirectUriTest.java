package dev.sandbank.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A redirect URI is the one that is registered; only a loopback one may have any port. */
class RedirectUriTest {

    @AutoClose
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://[::1]/callback",
                "http://[::1]:1/callback",
                "http://[::1]:65535/callback",
                "http://127.0.0.1/only-v4",
                "http://127.0.0.1:8080/only-v4",
                "http://localhost/only-name",
                "http://localhost:3000/only-name",
                "com.example.places:/callback",
                "https://portal.example.test/callback?tenant=1"
            })
    void isRightAsRegisteredAndOnAnyLoopbackPort(String uri) {
        App app = App.PLACES.at(uri);
        CodeFlow flow = CodeFlow.of(BANK, app);

        Page page = flow.start(new Browser(BANK)).signIn(Person.ADA);

        assertThat(page.answer().header("Location").orElseThrow())
                .startsWith(uri + (uri.contains("?") ? "&code=" : "?code="));
        assertThat(flow.redeem(page.told("code")).send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:4711/only-v4",
                "http://[::1]:4711/only-v4",
                "http://127.0.0.1:4711/only-name",
                "http://127.0.0.1:4711/callback",
                "http://[0:0:0:0:0:0:0:1]/callback",
                "https://portal.example.test:8443/callback?tenant=1",
                "https://portal.example.test/callback",
                "https://portal.example.test/callback?tenant=2",
                "https://PORTAL.example.test/callback?tenant=1",
                "com.example.places://callback"
            })
    void isWrongInEveryOtherWay(String uri) {
        Page page = CodeFlow.of(BANK, App.PLACES.at(uri)).start(new Browser(BANK));

        assertThat(page.leaves()).isFalse();
        assertThat(page.text()).contains(uri);
    }
}
