package dev.sandbank.lint;

import static dev.sandbank.DenialReason.TOKEN_EXPIRED;
import static dev.sandbank.lint.Clients.read;
import static dev.sandbank.lint.Clients.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Finding;
import dev.sandbank.Finding.Severity;
import dev.sandbank.Sandbank;
import dev.sandbank.TokenFlaw;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients whose token expires. */
class ExpiredTokensTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @EnumSource
    void areFoundIfTheyUseItAgain(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = token(built, bank);
            bank.clock().advance(AN_HOUR);
            read(built, bank, token);
            read(built, bank, token);

            Finding found = Clients.only(bank);
            assertThat(found.rule()).isEqualTo("expired-token-reused");
            assertThat(found.severity()).isEqualTo(Severity.WARNING);
            assertThat(found.client()).isEqualTo(built.client().id());
            assertThat(found.calls()).containsExactly(2L, 3L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void areFoundIfTheyUseItForAnotherCallLater(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = token(built, bank);
            bank.clock().advance(AN_HOUR);
            read(built, bank, token);
            bank.clock().advance(Duration.ofSeconds(2));
            HttpCall.get(bank, built.guarded() + "?other=call").bearer(token).send();

            assertThat(Clients.rules(bank)).contains("expired-token-reused");
        }
    }

    @ParameterizedTest
    @EnumSource
    void mayHaveOtherCallsUnderWay(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = token(built, bank);
            bank.clock().freezeAt(bank.clock().now().plus(AN_HOUR));
            read(built, bank, token);
            HttpCall.get(bank, built.guarded() + "?other=call").bearer(token).send();

            assertThat(Clients.rules(bank)).doesNotContain("expired-token-reused");
        }
    }

    @ParameterizedTest
    @EnumSource
    void mayRepeatTheCallWithANewTokenOnce(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String first = token(built, bank);
            bank.clock().advance(AN_HOUR);
            read(built, bank, first);
            String second = token(built, bank);
            read(built, bank, second);
            assertThat(bank.findings()).isEmpty();

            bank.clock().advance(AN_HOUR);
            read(built, bank, second);

            Finding found = Clients.only(bank);
            assertThat(found.rule()).isEqualTo("no-refresh-before-expiry");
            assertThat(found.severity()).isEqualTo(Severity.INFO);
            assertThat(found.calls()).containsExactly(2L, 5L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refreshBestBeforeIt(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            read(built, bank, token(built, bank));
            bank.clock().advance(AN_HOUR);
            read(built, bank, token(built, bank));

            assertThat(bank.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void cannotKnowThatItEndsEarly(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = token(built, bank);
            bank.tokens().expire(token);
            read(built, bank, token);
            read(built, bank, token(built, bank));

            assertThat(bank.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void areNotThoseThatTheTestGivesABadToken(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = bank.tokens().bad(TokenFlaw.EXPIRED).token();
            read(built, bank, token);
            read(built, bank, token);

            assertThat(bank.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void areNotThoseWhoseRefusalTheTestExpects(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = token(built, bank);
            bank.clock().advance(AN_HOUR);
            bank.expectDenial(TOKEN_EXPIRED, () -> read(built, bank, token));
            bank.expectDenial(TOKEN_EXPIRED, () -> read(built, bank, token));

            assertThat(bank.findings()).isEmpty();
        }
    }
}
