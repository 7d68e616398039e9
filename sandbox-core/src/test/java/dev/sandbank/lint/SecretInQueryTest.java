package dev.sandbank.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Finding;
import dev.sandbank.Finding.Severity;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A secret in a URL. */
class SecretInQueryTest {

    @ParameterizedTest
    @EnumSource
    void isFoundAtTheTokenEndpoint(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            HttpCall.clientCredentials(bank, built.client())
                    .query("client_secret", "hunter2-hunter2")
                    .send();

            Finding found = Clients.only(bank);
            assertThat(found.rule()).isEqualTo("secret-in-query");
            assertThat(found.severity()).isEqualTo(Severity.ERROR);
            assertThat(found.calls()).containsExactly(1L);
            assertThat(found.what())
                    .isEqualTo("it sent client_secret in the query of POST "
                            + bank.tokenUrl().getPath());
            assertThat(found.describe()).doesNotContain("hunter2-hunter2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFoundAtAnOperation(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = Clients.token(built, bank);
            HttpCall.get(bank, built.guarded()).query("access_token", token).send();

            assertThat(Clients.only(bank).what())
                    .isEqualTo("it sent access_token in the query of GET " + built.guarded());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNoParameterThatOnlySoundsLikeOne(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            HttpCall.get(bank, built.guarded() + "?token=next-page&code=42")
                    .bearer(Clients.token(built, bank))
                    .send();

            assertThat(bank.findings()).isEmpty();
        }
    }
}
