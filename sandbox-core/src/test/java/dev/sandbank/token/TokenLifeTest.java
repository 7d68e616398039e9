package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.clientCredentials;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.UpholdSeed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A token lives exactly as many seconds as its reply said, by the sandbox's clock. */
class TokenLifeTest {

    private static final Instant NOON = Instant.parse("2031-03-03T12:00:00Z");

    @ParameterizedTest
    @EnumSource
    void endsToTheSecond(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            bank.clock().freezeAt(NOON);
            Answer issued = clientCredentials(bank, built.client()).send();
            String token = issued.text("/access_token");
            Duration life = Duration.ofSeconds(issued.at("/expires_in").asLong());

            bank.clock().freezeAt(NOON.plus(life).minusSeconds(1));
            assertThat(guarded(bank, built, token)).hasStatus(200);
            bank.clock().freezeAt(NOON.plus(life).minusNanos(1));
            assertThat(guarded(bank, built, token)).hasStatus(200);
            bank.clock().advance(Duration.ofNanos(1));
            assertThat(guarded(bank, built, token)).hasStatus(401).wasRefusedAt("token", DenialReason.TOKEN_EXPIRED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameUnderAnyClock(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String before = clientCredentials(bank, built.client()).send().text("/expires_in");
            bank.clock().freezeAt(Instant.parse("1999-12-31T23:59:59.999Z"));
            String frozen = clientCredentials(bank, built.client()).send().text("/expires_in");
            bank.clock().freezeAt(Instant.parse("2100-01-01T00:00:00Z"));
            String later = clientCredentials(bank, built.client()).send().text("/expires_in");

            assertThat(before).isEqualTo(frozen).isEqualTo(later).matches("[0-9]+");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isItsOwnForEachOfManyIssuedAtTheSameMoment(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            bank.clock().freezeAt(NOON);
            Set<String> tokens = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                tokens.add(clientCredentials(bank, built.client()).send().text("/access_token"));
            }
            assertThat(tokens).hasSize(20);

            String revoked = tokens.iterator().next();
            bank.tokens().revoke(revoked);
            for (String token : tokens) {
                assertThat(guarded(bank, built, token)).hasStatus(token.equals(revoked) ? 401 : 200);
            }
        }
    }

    private static HttpCall guarded(Sandbank bank, BuiltIn built, String token) {
        HttpCall call = get(bank, built.guarded()).bearer(token);
        return built == BuiltIn.UPHOLD ? call.onBehalfOf(UpholdSeed.ADA) : call;
    }
}
