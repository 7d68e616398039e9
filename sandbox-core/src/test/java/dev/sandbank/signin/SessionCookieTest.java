package dev.sandbank.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import java.net.HttpCookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The cookies of the pages: for the server only, for the token server's own paths, and secure where it can be. */
class SessionCookieTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    @Test
    void areHiddenFromScriptsAndFromOtherSites() {
        Browser browser = new Browser(bank);
        Page start = CodeFlow.of(bank, App.MOBILE).start(browser);

        for (Page page : new Page[] {start, start.signIn(Person.ADA)}) {
            String cookie = page.answer().header("Set-Cookie").orElseThrow();
            assertThat(cookie).matches("[a-z_0-9]+=[A-Za-z0-9]{32}; Path=/oidc; HttpOnly; SameSite=Lax");
        }
    }

    @Test
    void areSecureUnderHttps() {
        try (Sandbank secure = Sandbank.builder()
                .fixture(App.FIXTURE)
                .publicUrl(URI.create("https://localhost:9443/bank"))
                .start()) {
            String cookie = HttpCall.get(secure, CodeFlow.of(secure, App.MOBILE).target())
                    .send()
                    .header("Set-Cookie")
                    .orElseThrow();

            assertThat(cookie).endsWith("; Path=/bank/oidc; HttpOnly; SameSite=Lax; Secure");
        }
    }

    @Test
    void changeWithEverySignIn() {
        Browser browser = new Browser(bank);
        List<HttpCookie> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            CodeFlow.of(bank, App.MOBILE).with("prompt", "login").signIn(browser, Person.ADA);
            seen.add(session(browser));
        }

        assertThat(seen).extracting(HttpCookie::getValue).doesNotHaveDuplicates();
    }

    @Test
    void areNoUseOnceReplaced() {
        Browser browser = new Browser(bank);
        CodeFlow.of(bank, App.MOBILE).signIn(browser, Person.ADA);
        Browser thief = new Browser(bank).steal(browser);

        CodeFlow.of(bank, App.MOBILE).with("prompt", "login").signIn(browser, Person.ADA);

        assertThat(CodeFlow.of(bank, App.MOBILE).start(browser).leaves()).isTrue();
        assertThat(CodeFlow.of(bank, App.MOBILE).start(thief).leaves()).isFalse();
    }

    @Test
    void areNeverTakenFromWhoeverMakesThemUp() {
        String name = cookieName();

        Page page = new Browser(bank)
                .send(HttpCall.get(bank, CodeFlow.of(bank, App.MOBILE).target()).header("Cookie", name + "=made-up"));

        assertThat(page.heading()).isEqualTo("Sign in");
    }

    private String cookieName() {
        Browser browser = new Browser(bank);
        CodeFlow.of(bank, App.MOBILE).signIn(browser, Person.ADA);
        return session(browser).getName();
    }

    private static HttpCookie session(Browser browser) {
        return browser.cookies().values().stream()
                .filter(cookie -> cookie.getName().contains("session"))
                .findFirst()
                .orElseThrow();
    }
}
