package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.MALLORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code core.create-webhook-management-link}: a link for the client itself. */
class WebhookManagementLinkTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @Test
    void isAnotherOneEachTimeAndGoodForAnHour() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));

        Answer link = link("treasury").send();

        assertThat(link)
                .hasStatus(201)
                .wasAllowed()
                .hasMembersOnly("", "managementLink")
                .hasMembersOnly("/managementLink", "url", "expiresAt")
                .has("/managementLink/expiresAt", "2031-03-03T10:00:00.000Z");
        assertThat(link.text("/managementLink/url"))
                .startsWith(bank.baseUrl() + "/")
                .isNotEqualTo(link("treasury").send().text("/managementLink/url"));
    }

    @Test
    void leadsToAPageThatSaysThatThereIsNone() {
        String url = link("treasury").send().text("/managementLink/url");

        HttpResponse<String> page = get(bank, url.replaceFirst("#.*", "")).sendPastTheBank();
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.body()).contains("The sandbox has no such page");
    }

    @ParameterizedTest
    @ValueSource(strings = {ADA, MALLORY})
    void isForNoUser(String user) {
        assertThat(link("treasury").onBehalfOf(user)).hasStatus(403).has("/code", "subject_not_allowed");
    }

    @Test
    void needsItsScope() {
        assertThat(link("payouts"))
                .hasStatus(403)
                .has("/details/security/0/schemeScopes/0", "core.webhooks:management-link");
    }

    private HttpCall link(String client) {
        return post(bank, "/core/webhooks/management-link").bearer(bank.tokens().forClient(client));
    }
}
