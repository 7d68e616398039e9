package dev.sandbank.signin;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token server whose tokens, codes and sessions live as long as a fixture can make them, wherever the clock stands. */
class LongestLifetimesTest {

    private static final String FIXTURE = """
            extends: %s
            clock: %s
            settings: {accessTokenLifetime: P3652059D, refreshTokenLifetime: P3652059D, codeLifetime: P3652059D,
              idTokenLifetime: P3652059D, sessionLifetime: P3652059D, retryAfter: P3652059D}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {"0001-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "9990-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    void goesOnAsEver(String clock) {
        try (Sandbank bank = Sandbank.builder()
                .fixtureText(FIXTURE.formatted(App.FIXTURE, clock))
                .start()) {
            Browser browser = new Browser(bank);
            Answer tokens = CodeFlow.of(bank, App.JWT).signIn(browser, Person.ADA);

            assertThat(tokens).has("/expires_in", 315_537_897_600L);
            long issued = bank.clock().now().getEpochSecond();
            assertThat(Jwt.of(tokens.text("/access_token")).claims().path("exp").asLong())
                    .isEqualTo(issued + 315_537_897_600L);
            assertThat(OpenIdCalls.userinfo(bank, tokens.text("/access_token"))).hasStatus(200);
            assertThat(CodeFlow.refresh(bank, App.JWT, tokens.text("/refresh_token")))
                    .hasStatus(200);
            assertThat(CodeFlow.of(bank, App.MOBILE)
                            .with("prompt", "none")
                            .start(browser)
                            .told("code"))
                    .isNotEmpty();
        }
    }
}
