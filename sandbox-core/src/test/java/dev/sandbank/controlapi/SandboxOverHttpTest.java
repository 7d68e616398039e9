package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.ApiDescription;
import dev.sandbank.testing.ControlAnswer;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the control API tells and does of the sandbox as a whole. */
class SandboxOverHttpTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void isIntroduced() {
        ControlAnswer answer = control(bank, "GET", "").send().hasStatus(200);

        assertThat(answer.text("/bank")).isEqualTo("apiture");
        assertThat(answer.text("/issuer")).isEqualTo(bank.issuer().toString());
        assertThat(answer.json().path("environments"))
                .hasSize(bank.environmentNames().size());
    }

    @Test
    void isDescribed() {
        ControlAnswer answer = control(bank, "GET", "/openapi.json").send().hasStatus(200);

        assertThat(answer.json()).isEqualTo(ApiDescription.read().document());
    }

    @Test
    void isAsItWasAfterAReset() {
        control(bank, "POST", "/users/ada/block").send();
        control(bank, "PATCH", "/clock").json("{\"advance\": \"P1D\"}").send();
        control(bank, "POST", "/faults")
                .json("{\"effect\": {\"type\": \"fail\", \"status\": 500}}")
                .send();
        String token = bank.tokens().forClient("ledger-reader");

        control(bank, "POST", "/reset").send().hasStatus(204);

        assertThat(bank.user("ada").status()).isEqualTo("active");
        assertThat(bank.faults().count()).isZero();
        assertThat(HttpCall.get(bank, "/banking/accounts").bearer(token).send().status())
                .isEqualTo(401);
        assertThat(control(bank, "GET", "/changes").send().json().path("changes"))
                .singleElement()
                .satisfies(change ->
                        assertThat(change.path("what").asText()).isEqualTo("the sandbox was reset to the fixture"));
    }

    @Test
    void keepsTokensOverAResetThatSaysSo() {
        control(bank, "POST", "/users/ada/block").send();
        String token = bank.tokens().forClient("ledger-reader");

        control(bank, "POST", "/reset-keeping-tokens").send().hasStatus(204);

        assertThat(bank.user("ada").status()).isEqualTo("active");
        assertThat(HttpCall.get(bank, "/banking/accounts").bearer(token).send().status())
                .isEqualTo(200);
    }

    @Test
    void hasChangesInItsJournalButNotTheCallsThatMadeThem() {
        HttpCall.get(bank, "/banking/accounts").send();
        control(bank, "POST", "/users/ada/block").send();
        control(bank, "GET", "/users").send().hasStatus(404);

        assertThat(bank.journal().calls()).hasSize(1);
        assertThat(control(bank, "GET", "/changes")
                        .send()
                        .json()
                        .at("/changes/0/afterCall")
                        .asInt())
                .isEqualTo(1);
        assertThat(control(bank, "GET", "/changes").send().text("/changes/0/what"))
                .isEqualTo("user ada is blocked");
    }

    @Test
    void isExportedAsAFixtureThatStartsTheSame() {
        control(bank, "POST", "/users/ada/block").send();

        ControlAnswer exported = control(bank, "GET", "/fixture").send().hasStatus(200);

        assertThat(exported.header("content-type")).contains("application/yaml");
        assertThat(exported.header("cache-control")).contains("no-store");
        try (Sandbank again = Sandbank.builder().fixtureText(exported.body()).start()) {
            assertThat(again.user("ada").status()).isEqualTo("blocked");
        }
    }

    @Test
    void tellsTheHeadAlone() {
        ControlAnswer head = control(bank, "HEAD", "/clock").send().hasStatus(200);

        assertThat(head.body()).isEmpty();
        assertThat(head.header("content-type")).contains("application/json");
    }
}
