package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.clientCredentials;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.DESK;
import static dev.sandbank.testing.UpholdSeed.NO_SCOPES;
import static dev.sandbank.testing.UpholdSeed.PAYOUTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The token reply of Uphold. */
class UpholdTokenReplyTest {

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @Test
    void isAtTheOnePathOfTheDescription() {
        assertThat(bank.tokenUrl()).hasPath("/core/oauth2/token");
    }

    @Test
    void lastsTenMinutesAndAlwaysTellsItsScope() {
        assertThat(clientCredentials(bank, DESK))
                .hasStatus(200)
                .hasMembersOnly("", "access_token", "token_type", "expires_in", "scope")
                .has("/token_type", "Bearer")
                .has("/expires_in", 600)
                .has("/scope", "core.accounts:read core.transactions:read core.users:act-on-behalf-of core.users:read");
    }

    @Test
    void tellsTheScopeThatWasGrantedWhereLessWasAskedFor() {
        assertThat(clientCredentials(bank, PAYOUTS, "scope", "core.accounts:read core.users:read"))
                .hasStatus(200)
                .has("/scope", "core.accounts:read core.users:read");
    }

    @Test
    void hasAnEmptyScopeForAClientWithout() {
        assertThat(clientCredentials(bank, NO_SCOPES)).hasStatus(200).has("/scope", "");
    }

    @Test
    void carriesTheOrganizationAndARequestId() {
        assertThat(clientCredentials(bank, PAYOUTS))
                .hasHeaderMatching("X-Uphold-Organization-Id", UUID)
                .hasHeaderMatching("X-Uphold-Request-Id", UUID)
                .hasHeader("Cache-Control", "no-store")
                .hasHeader("Pragma", "no-cache");
    }

    @Test
    void carriesATokenThatWorks() {
        String token = clientCredentials(bank, PAYOUTS).send().text("/access_token");

        assertThat(get(bank, "/core/accounts").bearer(token).onBehalfOf(ADA))
                .hasStatus(200)
                .wasAllowed();
    }

    @Test
    void doesNotExistAtThePathOfStaleGuides() {
        assertThat(get(bank, "/core/authentication/oauth2/token")).hasStatus(401);
    }

    @Test
    void isNotAnnouncedByAnyDiscoveryDocument() {
        assertThat(get(bank, "/.well-known/openid-configuration")).hasStatus(404);
        assertThat(get(bank, "/core/.well-known/openid-configuration")).hasStatus(401);
    }
}
