package dev.sandbank.token;

import static dev.sandbank.testing.ApitureSeed.BACK_OFFICE;
import static dev.sandbank.testing.ApitureSeed.GUIDE;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.clientCredentials;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The token reply of Apiture, as its guide prints it. */
class ApitureTokenReplyTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void hasExactlyThreeMembers() {
        assertThat(clientCredentials(bank, GUIDE))
                .hasStatus(200)
                .hasMembersOnly("", "access_token", "token_type", "expires_in")
                .has("/token_type", "Bearer")
                .has("/expires_in", 900)
                .hasHeader("Content-Type", "application/json");
    }

    @Test
    void isNeverCached() {
        assertThat(clientCredentials(bank, GUIDE))
                .hasHeader("Cache-Control", "no-store")
                .hasHeader("Pragma", "no-cache");
    }

    @Test
    void carriesAnOpaqueTokenOfThirtyTwoUpperCaseHexDigits() {
        String token = clientCredentials(bank, GUIDE).send().text("/access_token");

        assertThat(token).matches("[0-9A-F]{32}");
        assertThat(get(bank, "/banking/accounts").bearer(token)).hasStatus(200).wasAllowed();
    }

    @Test
    void isTheSameForANarrowedScopeWhichTheTokenKeeps() {
        String token = clientCredentials(bank, BACK_OFFICE, "scope", "data/read")
                .send()
                .text("/access_token");

        assertThat(get(bank, "/banking/accounts").bearer(token)).hasStatus(403);
    }

    @Test
    void isAtTheEndpointThatDiscoveryNames() {
        String endpoint =
                get(bank, "/oidc/.well-known/openid-configuration").send().text("/token_endpoint");

        assertThat(endpoint).isEqualTo(bank.tokenUrl().toString());
    }
}
