package dev.sandbank.life;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Two sandboxes in one JVM share nothing, nor do two environments of one. */
class IsolationTest {

    @AutoClose
    private final Sandbank one = Sandbank.start("uphold");

    @AutoClose
    private final Sandbank other = Sandbank.start("uphold");

    @Test
    void goesForTokens() {
        String token = one.tokens().forClient("payouts");

        assertThat(get(one, "/core/users/me").bearer(token).onBehalfOf(ADA)).hasStatus(200);
        assertThat(get(other, "/core/users/me").bearer(token).onBehalfOf(ADA))
                .hasStatus(401)
                .wasRefused(DenialReason.TOKEN_UNKNOWN);
    }

    @Test
    void goesForTheStateOfUsersAndClients() {
        one.user(ADA).block();
        one.client("desk").setScopes();

        assertThat(other.user(ADA).status()).isEqualTo("active");
        assertThat(other.client("desk").scopes()).isNotEmpty();
    }

    @Test
    void goesForData() {
        String created = post(one, "/core/accounts")
                .bearer(one.tokens().forClient("payouts"))
                .onBehalfOf(ADA)
                .json("{\"label\":\"x\",\"asset\":\"EUR\"}")
                .send()
                .text("/account/id");

        assertThat(get(other, "/core/accounts/" + created)
                        .bearer(other.tokens().forClient("payouts"))
                        .onBehalfOf(ADA))
                .hasStatus(404);
    }

    @Test
    void goesForTheClock() {
        Instant before = other.clock().now();
        one.clock().advance(Duration.ofDays(9));

        assertThat(Duration.between(before, other.clock().now())).isLessThan(Duration.ofDays(1));
    }

    @Test
    void goesForTheJournal() {
        get(one, "/core/users/me").send();

        assertThat(one.journal().calls()).hasSize(1);
        assertThat(other.journal().calls()).isEmpty();
    }

    @Test
    void outlivesTheOther() {
        other.close();
        other.close();

        assertThat(get(one, "/core/users/me")).hasStatus(401);
    }

    @Test
    void goesForEnvironmentsOfOneSandbox() {
        try (Sandbank bank = Sandbank.start("apiture")) {
            String token = bank.tokens().forClient("back-office");

            assertThat(get(bank, "/banking/accounts").bearer(token)).hasStatus(200);
            assertThat(get(bank, "/cat/banking/accounts").bearer(token)).hasStatus(401);
            String cat = post(bank, "/cat/oidc/token")
                    .basic("cat-suite:cat-suite-2bK7wQ")
                    .form("grant_type", "client_credentials")
                    .send()
                    .text("/access_token");
            assertThat(get(bank, "/cat/banking/accounts").bearer(cat).send().each("/items", "id"))
                    .containsExactly("acct-cat001");
            assertThat(get(bank, "/cat2/banking/accounts").bearer(cat)).hasStatus(401);
            assertThat(get(bank, "/banking/accounts").bearer(cat)).hasStatus(401);
            assertThat(post(bank, "/oidc/token")
                            .basic("cat-suite:cat-suite-2bK7wQ")
                            .form("grant_type", "client_credentials"))
                    .hasStatus(401);
        }
    }
}
