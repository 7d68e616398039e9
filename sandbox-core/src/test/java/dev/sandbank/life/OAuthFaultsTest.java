package dev.sandbank.life;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Page;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of the token server speak OAuth. */
class OAuthFaultsTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @ParameterizedTest
    @CsvSource({
        "503, temporarily_unavailable",
        "502, temporarily_unavailable",
        "429, temporarily_unavailable",
        "500, server_error",
        "400, invalid_request",
        "401, invalid_client"
    })
    void answerAsOAuthAtTheEndpointsOfTheTokenServer(int status, String error) {
        for (String name : List.of("apiture", "uphold")) {
            try (Sandbank other = Sandbank.start(name)) {
                other.faults().on("token").fail(status);

                assertThat(HttpCall.tokenRequest(other, "grant_type", "client_credentials"))
                        .hasStatus(status)
                        .hasHeader("Content-Type", "application/json")
                        .hasHeader("Cache-Control", "no-store")
                        .has("/error", error)
                        .wasRefused("fault");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_grant, 400",
        "invalid_scope, 400",
        "invalid_client, 401",
        "server_error, 500",
        "temporarily_unavailable, 503",
        "unauthorized_client, 400"
    })
    void answerWithTheErrorThatATestChooses(String error, int status) {
        bank.faults().on("token").next(1).fail(error);

        assertThat(HttpCall.tokenRequest(bank, "grant_type", "client_credentials"))
                .hasStatus(status)
                .has("/error", error)
                .wasRefused("fault");
    }

    @Test
    void tellTheClientByRedirectWhatTheAuthorizationEndpointFailsWith() {
        try (Sandbank other = Sandbank.start(App.FIXTURE)) {
            other.faults().on("authorization").fail("temporarily_unavailable");

            Page page = CodeFlow.of(other, App.MOBILE).start(new Browser(other));

            assertThat(page.destination()).isEqualTo(App.MOBILE.redirectUri());
            assertThat(page.told("error")).isEqualTo("temporarily_unavailable");
        }
    }

    @Test
    void saySoWhereNoErrorOfOAuthIsAnswered() {
        assertThatThrownBy(() -> bank.faults().on("listAccounts").fail("invalid_grant"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"listAccounts\" is none");
        assertThatThrownBy(() -> bank.faults().anywhere().fail("invalid_grant"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name at least one");
        assertThatThrownBy(() -> bank.faults().on("token").fail("invalid grant"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as invalid_grant");
        assertThat(bank.faults().count()).isZero();
    }
}
