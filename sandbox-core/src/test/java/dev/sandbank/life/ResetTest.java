package dev.sandbank.life;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.UpholdSeed;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** {@code reset()} goes back to the fixture exactly. */
class ResetTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @Test
    void forgetsTokens() {
        String token = bank.tokens().forClient("payouts");
        bank.reset();

        assertThat(get(bank, "/core/users/me").bearer(token).onBehalfOf(ADA))
                .hasStatus(401)
                .wasRefused(DenialReason.TOKEN_UNKNOWN);
    }

    @Test
    void forgetsWhatBecameOfUsersAndClients() {
        Set<String> scopes = bank.client("payouts").scopes();
        bank.user(ADA).block();
        bank.user(UpholdSeed.MALLORY).unblock();
        bank.user(UpholdSeed.BRUNO).disable();
        bank.client("payouts").setScopes("core.users:read");
        bank.client("desk").disable();

        bank.reset();

        assertThat(bank.user(ADA).status()).isEqualTo("active");
        assertThat(bank.user(UpholdSeed.MALLORY).status()).isEqualTo("blocked");
        assertThat(bank.user(UpholdSeed.BRUNO).status()).isEqualTo("active");
        assertThat(bank.client("payouts").scopes()).isEqualTo(scopes);
        assertThat(bank.tokens().forClient("desk")).isNotEmpty();
    }

    @Test
    void forgetsAccountsThatWereCreated() {
        String created = post(bank, "/core/accounts")
                .bearer(bank.tokens().forClient("payouts"))
                .onBehalfOf(ADA)
                .json("{\"label\":\"x\",\"asset\":\"EUR\"}")
                .send()
                .text("/account/id");
        bank.reset();

        assertThat(get(bank, "/core/accounts/" + created)
                        .bearer(bank.tokens().forClient("payouts"))
                        .onBehalfOf(ADA))
                .hasStatus(404);
    }

    @Test
    void forgetsEntitlements() {
        try (Sandbank apiture = Sandbank.start("apiture")) {
            apiture.user("nell").entitle("acct-43d0bb", "view");
            apiture.user("ada").withdraw("acct-4f81c0", "view");

            apiture.reset();

            assertThat(apiture.user("nell").permissions("acct-43d0bb")).isEmpty();
            assertThat(apiture.user("ada").permissions("acct-4f81c0")).contains("view");
        }
    }

    @Test
    void emptiesTheJournalAndCountsFromOneAgain() {
        get(bank, "/core/users/me").send();
        bank.reset();
        assertThat(bank.journal().calls()).isEmpty();

        assertThat(get(bank, "/core/users/me").send().exchange().number()).isEqualTo(1);
    }

    @Test
    void setsTheClockBack() {
        bank.clock().freezeAt(Instant.EPOCH);
        bank.reset();

        assertThat(bank.clock().now()).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
    }
}
