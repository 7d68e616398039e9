package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The slash at the issuer's end is the bank's own, unless a fixture wants it otherwise: clients compare it. */
class IssuerSlashTest {

    @ParameterizedTest
    @CsvSource({"asPrinted, /oidc/", "with, /oidc/", "without, /oidc"})
    void isAsTheFixtureWantsItEverywhere(String slash, String path) {
        try (Sandbank bank = Sandbank.builder()
                .fixtureText("bank: apiture\nextends: apiture\nsettings: {issuerSlash: " + slash + "}\n")
                .start()) {
            assertThat(bank.issuer()).hasToString(bank.baseUrl() + path);
            assertThat(HttpCall.get(bank, "/oidc/.well-known/openid-configuration"))
                    .hasStatus(200)
                    .has("/issuer", bank.baseUrl() + path)
                    .has("/token_endpoint", bank.baseUrl() + "/oidc/token");
        }
    }
}
