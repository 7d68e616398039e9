package dev.sandbank.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has signed in once need not do so again, unless the client, the clock or the bank says otherwise. */
class SingleSignOnTest {

    private static final Instant NOON = Instant.parse("2031-03-03T12:00:00Z");

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    private final Browser browser = new Browser(bank);

    @Test
    void servesOtherClientsToo() {
        Answer first = flow().signIn(browser, Person.ADA);
        CodeFlow second = CodeFlow.of(bank, App.PORTAL);

        Jwt token = Jwt.idToken(second.tokens(second.start(browser)));

        assertThat(token.text("sub")).isEqualTo("ada");
        assertThat(token.text("aud")).isEqualTo("web-portal");
        assertThat(token.text("sid")).isEqualTo(Jwt.idToken(first).text("sid"));
        assertThat(token.text("auth_time")).isEqualTo(Jwt.idToken(first).text("auth_time"));
    }

    @Test
    void needsNoPageWherePromptIsNone() {
        flow().signIn(browser, Person.ADA);

        CodeFlow silent = flow().with("prompt", "none");

        assertThat(silent.code(silent.start(browser))).isNotEmpty();
    }

    @Test
    void isNotGuessedWherePromptIsNone() {
        assertThat(flow().with("prompt", "none").start(browser).told("error")).isEqualTo("login_required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "select_account", "login consent"})
    void asksAgainIfTheClientWantsThat(String prompt) {
        bank.clock().freezeAt(NOON);
        Jwt first = Jwt.idToken(flow().signIn(browser, Person.ADA));
        bank.clock().advance(Duration.ofMinutes(3));
        CodeFlow again = flow().with("prompt", prompt);

        Page page = again.start(browser);
        assertThat(page.heading()).isEqualTo("Sign in");
        Page after = page.signIn(Person.ADA);
        Jwt second = Jwt.idToken(again.tokens(after.hasButton("Allow") ? after.press("Allow") : after));

        assertThat(second.claims().path("auth_time").asLong())
                .isEqualTo(first.claims().path("auth_time").asLong() + 180);
        assertThat(second.text("sid")).isEqualTo(first.text("sid"));
    }

    @Test
    void letsAnotherPersonTakeOver() {
        Jwt ada = Jwt.idToken(flow().signIn(browser, Person.ADA));
        Jwt bob = Jwt.idToken(flow().with("prompt", "select_account").signIn(browser, Person.BOB));
        CodeFlow third = flow();

        Jwt next = Jwt.idToken(third.tokens(third.start(browser)));

        assertThat(bob.text("sub")).isEqualTo("bob");
        assertThat(bob.text("sid")).isNotEqualTo(ada.text("sid"));
        assertThat(next.text("sub")).isEqualTo("bob");
    }

    @Test
    void isOverWhenTheAgeThatTheClientAllowsIs() {
        bank.clock().freezeAt(NOON);
        flow().signIn(browser, Person.ADA);

        bank.clock().freezeAt(NOON.plusSeconds(60));
        assertThat(flow().with("max_age", "60").start(browser).told("code")).isNotEmpty();
        assertThat(flow().with("max_age", "10000").start(browser).told("code")).isNotEmpty();
        assertThat(flow().with("max_age", "10000000000").start(browser).told("code"))
                .isNotEmpty();
        bank.clock().freezeAt(NOON.plusSeconds(60).plusMillis(1));
        assertThat(flow().with("max_age", "60").start(browser).heading()).isEqualTo("Sign in");
        assertThat(flow().with("max_age", "60")
                        .with("prompt", "none")
                        .start(browser)
                        .told("error"))
                .isEqualTo("login_required");
    }

    @Test
    void isNeverFreshEnoughForAnAgeOfZero() {
        bank.clock().freezeAt(NOON);
        flow().signIn(browser, Person.ADA);
        CodeFlow zero = flow().with("max_age", "0");

        Page page = zero.start(browser);
        assertThat(page.heading()).isEqualTo("Sign in");
        Jwt token = Jwt.idToken(zero.tokens(page.signIn(Person.ADA)));

        assertThat(token.claims().path("auth_time").asLong()).isEqualTo(NOON.getEpochSecond());
    }

    @Test
    void endsByTheClock() {
        bank.clock().freezeAt(NOON);
        flow().signIn(browser, Person.ADA);

        bank.clock().freezeAt(NOON.plus(Duration.ofHours(1)).minusMillis(1));
        assertThat(flow().start(browser).told("code")).isNotEmpty();
        bank.clock().advance(Duration.ofMillis(1));
        assertThat(flow().start(browser).heading()).isEqualTo("Sign in");
    }

    @Test
    void isOfOneBrowserOnly() {
        Browser other = new Browser(bank);
        flow().signIn(browser, Person.ADA);
        flow().signIn(other, Person.BOB);
        CodeFlow mine = flow();
        CodeFlow theirs = flow();

        assertThat(Jwt.idToken(mine.tokens(mine.start(browser))).text("sub")).isEqualTo("ada");
        assertThat(Jwt.idToken(theirs.tokens(theirs.start(other))).text("sub")).isEqualTo("bob");
        assertThat(flow().start(new Browser(bank)).heading()).isEqualTo("Sign in");
    }

    @Test
    void isNoUseAtAnotherSandbox() {
        flow().signIn(browser, Person.ADA);

        try (Sandbank twin = Sandbank.start(App.FIXTURE)) {
            Browser there = new Browser(twin).steal(browser);
            assertThat(CodeFlow.of(twin, App.MOBILE).start(there).heading()).isEqualTo("Sign in");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"block", "disable", "signOut"})
    void endsWithTheUsersStanding(String change) {
        flow().signIn(browser, Person.ADA);

        switch (change) {
            case "block" -> bank.user("ada").block();
            case "disable" -> bank.user("ada").disable();
            default -> bank.user("ada").signOut();
        }

        assertThat(flow().start(browser).heading()).isEqualTo("Sign in");
        assertThat(flow().with("prompt", "none").start(browser).told("error")).isEqualTo("login_required");
    }

    private CodeFlow flow() {
        return CodeFlow.of(bank, App.MOBILE);
    }
}
