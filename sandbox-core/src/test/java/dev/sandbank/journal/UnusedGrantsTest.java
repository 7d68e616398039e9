package dev.sandbank.journal;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What clients and users hold, and no allowed call needed. */
class UnusedGrantsTest {

    private static final String ACCOUNT = "acct-4f81c0";

    @AutoClose
    private final Sandbank bank = Sandbank.builder().fixtureText("""
                    extends: apiture
                    clients: [{id: payouts, secret: payouts-secret, scopes: [openid, banking/read, banking/write]}]
                    """).start();

    @Test
    void areScopesThatNoAllowedCallOfTheClientNeeded() {
        assertThat(bank.unusedGrants("payouts")).containsExactly("banking/read", "banking/write");

        accounts("/banking/accounts", bank.tokens().forClient("payouts"));

        assertThat(bank.unusedGrants("payouts")).containsExactly("banking/write");
        assertThat(bank.unusedGrants("ledger-reader")).contains("banking/read");
    }

    @Test
    void arePermissionsThatNoAllowedCallForTheUserNeeded() {
        bank.user("bob").entitle(ACCOUNT, "view");
        assertThat(bank.unusedGrants("bob")).contains("view on " + ACCOUNT, "transferTo on " + ACCOUNT);

        accounts("/banking/accounts/" + ACCOUNT, bank.tokens().forUser("mobile-app", "bob"));

        assertThat(bank.unusedGrants("bob"))
                .contains("transferTo on " + ACCOUNT)
                .doesNotContain("view on " + ACCOUNT);
    }

    @Test
    void areStillUnusedAfterARefusedCall() {
        accounts("/banking/accounts/none", bank.tokens().forClient("payouts"));

        assertThat(bank.unusedGrants("payouts")).contains("banking/read");
    }

    @Test
    void areUsedByCallsOnBehalfOfAUser() {
        try (Sandbank uphold = Sandbank.start("uphold")) {
            String user = uphold.names().all(Kind.USER).iterator().next();
            assertThat(uphold.unusedGrants("desk")).contains("core.users:act-on-behalf-of");
            HttpCall.get(uphold, "/core/accounts")
                    .bearer(uphold.tokens().forClient("desk"))
                    .header("X-On-Behalf-Of", "user " + user)
                    .send();

            assertThat(uphold.journal().lastCall().decision().allowed()).isTrue();
            assertThat(uphold.unusedGrants("desk")).isNotEmpty().doesNotContain("core.users:act-on-behalf-of");
        }
    }

    @Test
    void areKnownOverHttp() {
        accounts("/banking/accounts", bank.tokens().forClient("payouts"));

        assertThat(control(bank, "GET", "/unused-grants?of=payouts")
                        .send()
                        .hasStatus(200)
                        .json()
                        .path("unused"))
                .extracting(JsonNode::asText)
                .containsExactly("banking/write");
        control(bank, "GET", "/unused-grants").send().isProblem(400, "give the id of a client or user");
        control(bank, "GET", "/unused-grants?of=payuots").send().isProblem(404, "there is no client or user payuots");
    }

    @Test
    void areOfNobodyUnknown() {
        assertThatThrownBy(() -> bank.unusedGrants("payuots"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean \"payouts\"");
    }

    private void accounts(String path, String token) {
        HttpCall.get(bank, path).bearer(token).send();
    }
}
