package dev.sandbank.lint;

import static dev.sandbank.DenialReason.SCOPE_MISSING;
import static dev.sandbank.lint.Clients.read;
import static dev.sandbank.lint.Clients.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Finding;
import dev.sandbank.Finding.Severity;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.BuiltIn.Pair;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that make a call again. */
class RetriesTest {

    private static final Duration A_WHILE = Duration.ofSeconds(40);

    /** A token without any scope, so that no call is allowed. */
    private static String powerless(BuiltIn built, Sandbank bank) {
        bank.client(built.client().id()).setScopes();
        return bank.tokens().forClient(built.client().id());
    }

    @ParameterizedTest
    @EnumSource
    void areFoundIfNothingHasChanged(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = powerless(built, bank);
            read(built, bank, token);
            read(built, bank, token);
            assertThat(bank.findings()).isEmpty();

            read(built, bank, token);

            Finding found = Clients.only(bank);
            assertThat(found.rule()).isEqualTo("retry-after-denial");
            assertThat(found.severity()).isEqualTo(Severity.WARNING);
            assertThat(found.client()).isEqualTo(built.client().id());
            assertThat(found.calls()).containsExactly(1L, 2L, 3L);
            assertThat(found.what())
                    .startsWith("it sent GET " + built.guarded() + " 3 times, and each was refused at scope: ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void areFoundAtTheTokenEndpointToo(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            for (int attempt = 0; attempt < 4; attempt++) {
                HttpCall.clientCredentials(bank, new Pair(built.client().id(), "wrong-secret"))
                        .send();
            }

            assertThat(Clients.only(bank).calls()).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void areRightWithANewToken(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = powerless(built, bank);
            for (int attempt = 0; attempt < 3; attempt++) {
                read(built, bank, token);
                token(built, bank);
            }

            assertThat(Clients.rules(bank)).doesNotContain("retry-after-denial");
        }
    }

    @ParameterizedTest
    @EnumSource
    void areRightIfTheTestChangesSomething(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            for (int attempt = 0; attempt < 3; attempt++) {
                read(built, bank, powerless(built, bank));
            }

            assertThat(bank.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void areRightIfTheyWait(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = powerless(built, bank);
            for (int attempt = 0; attempt < 4; attempt++) {
                read(built, bank, token);
                bank.clock().advance(A_WHILE);
            }

            assertThat(bank.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void areRightIfTheTestExpectsEach(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = powerless(built, bank);
            for (int attempt = 0; attempt < 3; attempt++) {
                bank.expectDenial(SCOPE_MISSING, () -> read(built, bank, token));
            }

            assertThat(bank.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void areFoundIfTheTestExpectsOneOfTheDenials(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = powerless(built, bank);
            bank.expectDenial(SCOPE_MISSING, () -> read(built, bank, token));
            read(built, bank, token);
            read(built, bank, token);

            assertThat(Clients.rules(bank)).containsExactly("retry-after-denial");
        }
    }

    @ParameterizedTest
    @EnumSource
    void areNotThoseOfAnotherTest(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = powerless(built, bank);
            for (String test : new String[] {"one", "two", "three"}) {
                HttpCall.get(bank, built.guarded())
                        .header("Sandbank-Test", test)
                        .bearer(token)
                        .send();
            }

            assertThat(bank.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void mayNotComeBeforeRetryAfter(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = bank.tokens().forClient(built.client().id());
            bank.faults().anywhere().next(1).throttle(Duration.ofSeconds(20));
            read(built, bank, token);
            bank.clock().advance(Duration.ofSeconds(1));
            read(built, bank, token);

            Finding found = Clients.only(bank);
            assertThat(found.rule()).isEqualTo("ignored-retry-after");
            assertThat(found.severity()).isEqualTo(Severity.WARNING);
            assertThat(found.calls()).containsExactly(1L, 2L);
            assertThat(found.what()).contains("429", "Retry-After: 20");
        }
    }

    @ParameterizedTest
    @EnumSource
    void mayComeAfterRetryAfter(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = bank.tokens().forClient(built.client().id());
            bank.faults().anywhere().next(1).throttle(Duration.ofSeconds(20));
            read(built, bank, token);
            bank.clock().advance(Duration.ofSeconds(20));
            read(built, bank, token);

            assertThat(bank.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void areNotJudgedWhileTheClockStandsStill(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            bank.clock().freezeAt(bank.clock().now());
            String token = bank.tokens().forClient(built.client().id());
            bank.faults().anywhere().next(1).throttle(Duration.ofSeconds(20));
            read(built, bank, token);
            read(built, bank, token);

            assertThat(bank.findings()).isEmpty();
        }
    }
}
