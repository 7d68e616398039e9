package dev.sandbank.lint;

import static dev.sandbank.lint.Clients.read;
import static dev.sandbank.lint.Clients.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Finding;
import dev.sandbank.Finding.Severity;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that asks for a token before each call. */
class TokenPerCallTest {

    @ParameterizedTest
    @EnumSource
    void isFoundFromTheThirdOn(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            read(built, bank, token(built, bank));
            read(built, bank, token(built, bank));
            assertThat(bank.findings()).isEmpty();

            read(built, bank, token(built, bank));

            Finding found = Clients.only(bank);
            assertThat(found.rule()).isEqualTo("token-per-call");
            assertThat(found.severity()).isEqualTo(Severity.WARNING);
            assertThat(found.client()).isEqualTo(built.client().id());
            assertThat(found.calls()).containsExactly(1L, 3L, 5L);
            assertThat(found.what()).contains("the same token 3 times", "valid for");
            assertThat(found.source()).isEqualTo("RFC 6749 §5.1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNotOneThatKeepsItsToken(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = token(built, bank);
            for (int call = 0; call < 5; call++) {
                read(built, bank, token);
            }

            assertThat(bank.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNotOneWhoseTokenIsOverEachTime(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            for (int call = 0; call < 4; call++) {
                read(built, bank, token(built, bank));
                bank.clock().advance(Duration.ofHours(1));
            }

            assertThat(bank.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void areNotSeveralInstancesThatBeginTogether(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String one = token(built, bank);
            String two = token(built, bank);
            String three = token(built, bank);
            for (String token : new String[] {one, two, three, one, two, three}) {
                read(built, bank, token);
            }

            assertThat(bank.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void areNotTestsThatBeginWithATokenEach(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            for (String test : new String[] {"one", "two", "three"}) {
                bank.journal().beginTest(test);
                read(built, bank, token(built, bank));
                bank.journal().endTest(test);
            }

            assertThat(bank.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void areNotTestsOfTheTokenEndpoint(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            for (int request = 0; request < 5; request++) {
                HttpCall.clientCredentials(bank, built.client()).send();
            }

            assertThat(bank.findings()).isEmpty();
        }
    }
}
