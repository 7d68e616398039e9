package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;

import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.Test;

/** A bank that {@code init} made remembers what a call said, though its replies hold more, in other words. */
class InitializedVaultsTest extends InitializedBank {

    private static final String ADA = "4c2f3a80-1f1e-4c53-9d7a-6b1f0a9d2e11";

    InitializedVaultsTest() {
        super("vaults.yaml", "spree");
    }

    private String made(String token) {
        return post(bank, "/v2/Vaults")
                .bearer(token)
                .form("FriendlyName", "Rent")
                .send()
                .text("/vault_sid");
    }

    @Test
    void keepsWhatIsCalledOtherwiseInReplies() {
        String sid = made(app);

        assertThat(get(bank, "/v2/Vaults/" + sid).bearer(app)).has("/friendly_name", "Rent");
        assertThat(post(bank, "/v2/Vaults/" + sid).bearer(app).form("FriendlyName", "Food"))
                .hasStatus(200)
                .has("/friendly_name", "Food");
        assertThat(get(bank, "/v2/Vaults").bearer(app)).has("/vaults/2/friendly_name", "Food");
    }

    @Test
    void takesWhatOnlyTheBankComputesFromTheExample() {
        assertThat(get(bank, "/v2/Vaults/" + made(app)).bearer(app))
                .has("/limit/amount", 10)
                .has("/limit/currency", "EUR");
    }

    @Test
    void makesIdsThatTheDescriptionAllows() {
        org.assertj.core.api.Assertions.assertThat(made(app)).matches("VA[0-9a-f]{6}");
        assertThat(get(bank, "/v2/Vaults/VA000000").bearer(app)).hasStatus(404);
    }

    @Test
    void givesNewEntriesToTheCaller() {
        String own = made(bank.tokens().forClient("app-of-" + ADA));

        assertThat(get(bank, "/v2/Vaults/" + own).bearer(app)).has("/owner_id", ADA);
        assertThat(get(bank, "/v2/Vaults/" + made(app)).bearer(app)).has("/owner_id", ADA);
        assertThat(get(bank, "/v2/Vaults/VAaaaaaa").bearer(bank.tokens().forClient("app-of-" + ADA)))
                .hasStatus(200);
    }

    @Test
    void hidesThemFromOthers() {
        String other = bank.tokens().forClient("app-of-00000000-0000-4000-8000-000000000002");

        assertThat(get(bank, "/v2/Vaults/" + made(app)).bearer(other)).hasStatus(404);
        assertThat(get(bank, "/v2/Vaults").bearer(other))
                .has("/vaults/0/owner_id", "00000000-0000-4000-8000-000000000002")
                .lacks("/vaults/1");
    }

    @Test
    void showsAPartOfAnEntry() {
        post(bank, "/v2/Vaults/VAaaaaaa")
                .bearer(app)
                .form("FriendlyName", "Food")
                .send();

        assertThat(get(bank, "/v2/Vaults/VAaaaaaa/state").bearer(app)).hasBody("{\"friendly_name\": \"Food\"}");
    }

    @Test
    void makesWhatNoPathReads() {
        HttpCall audit = post(bank, "/v2/Vaults/VAaaaaaa/audits").bearer(app).json("{\"reason\": \"theft\"}");

        String first = audit.send().text("/auditReference");
        assertThat(audit).hasStatus(201).has("/reason", "theft");
        org.assertj.core.api.Assertions.assertThat(first)
                .matches("AUD-[0-9A-Z]{4}")
                .isNotEqualTo(audit.send().text("/auditReference"));
        assertThat(post(bank, "/v2/Vaults/VA000000/audits").bearer(app).json("{\"reason\": \"theft\"}"))
                .hasStatus(404);
    }

    @Test
    void takesTheExampleOfAPathForAnId() {
        assertThat(get(bank, "/v2/Boxes/box-77").bearer(app)).hasStatus(200).has("/boxId", "box-77");
    }
}
