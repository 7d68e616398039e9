package dev.sandbank.life;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.clientCredentials;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.UpholdSeed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One clock for everything; moving it takes effect at once. */
class ClockTest {

    private static final Instant NOON = Instant.parse("2031-03-03T12:00:00Z");

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @Test
    void standsWhereItWasFrozen() {
        bank.clock().freezeAt(NOON);

        assertThat(bank.clock().now()).isEqualTo(NOON).isEqualTo(bank.clock().now());
    }

    @Test
    void staysFrozenWhenItIsMoved() {
        bank.clock().freezeAt(NOON);
        bank.clock().advance(Duration.ofDays(1));
        bank.clock().advance(Duration.ofHours(-1));

        assertThat(bank.clock().now()).isEqualTo(NOON.plus(Duration.ofHours(23)));
    }

    @Test
    void runsOnFromWhereItWasMoved() {
        Instant before = bank.clock().now();
        bank.clock().advance(Duration.ofDays(365));

        assertThat(Duration.between(before, bank.clock().now())).isGreaterThanOrEqualTo(Duration.ofDays(365));
    }

    @Test
    void endsTokensOfHttpAndOfControlsAlike() {
        String issued = clientCredentials(bank, UpholdSeed.PAYOUTS).send().text("/access_token");
        String made = bank.tokens().forClient("payouts");

        bank.clock().advance(Duration.ofSeconds(601));

        assertThat(me(issued)).hasStatus(401).has("/code", "token_expired").wasRefused(DenialReason.TOKEN_EXPIRED);
        assertThat(me(made)).hasStatus(401).has("/code", "token_expired");
    }

    @Test
    void bringsTokensBackWhenItGoesBack() {
        bank.clock().freezeAt(NOON);
        String token = bank.tokens().forClient("payouts");
        bank.clock().advance(Duration.ofHours(1));
        assertThat(me(token)).hasStatus(401);

        bank.clock().freezeAt(NOON);

        assertThat(me(token)).hasStatus(200);
    }

    @Test
    void followsTheSystemAgain() {
        bank.clock().freezeAt(NOON);
        bank.clock().followSystem();

        assertThat(bank.clock().now()).isNotEqualTo(NOON);
        assertThat(me(bank.tokens().forClient("payouts"))).hasStatus(200);
    }

    @Test
    void startsWhereTheFixtureSays() {
        try (Sandbank frozen = Sandbank.builder()
                .fixtureText("{\"bank\": \"uphold\", \"clock\": \"2031-03-03T12:00:00Z\"}")
                .start()) {
            assertThat(frozen.clock().now()).isEqualTo(NOON);
        }
    }

    @Test
    void datesTheJournal() {
        bank.clock().freezeAt(NOON);
        get(bank, "/core/users/me").send();

        assertThat(bank.journal().lastCall().at()).isEqualTo(NOON);
    }

    private HttpCall me(String token) {
        return get(bank, "/core/users/me").bearer(token).onBehalfOf(UpholdSeed.ADA);
    }
}
