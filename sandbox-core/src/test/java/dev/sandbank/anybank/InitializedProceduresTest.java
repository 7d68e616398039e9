package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.post;

import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.Test;

/** A bank of remote procedures that {@code init} made finds the entry that the content names, and remembers it. */
class InitializedProceduresTest extends InitializedBank {

    private static final String KNOWN = "{\"wallet_id\": \"wal_7a1b\"}";

    InitializedProceduresTest() {
        super("procedures.yaml", "havel");
    }

    private HttpCall does(String path, String content) {
        return post(bank, path).bearer(app).json(content);
    }

    private static String named(String id) {
        return "{\"wallet_id\": \"" + id + "\"}";
    }

    @Test
    void readsWhatItMadeUntilItIsRemoved() {
        String id = does("/wallet/create", "{\"currency\": \"CHF\", \"client_secret\": \"s3cret\"}")
                .send()
                .text("/wallet_id");

        assertThat(does("/wallet/get", named(id))).hasStatus(200).has("/currency", "CHF");
        assertThat(does("/wallet/list", "{}")).has("/wallets/2/wallet_id", id);
        assertThat(does("/wallet/remove", named(id))).hasStatus(200);
        assertThat(does("/wallet/get", named(id))).hasStatus(404);
    }

    @Test
    void refusesAnUnknownEntry() {
        for (String path : new String[] {"get", "update", "block", "remove"}) {
            assertThat(does("/wallet/" + path, named("wal_0000"))).hasStatus(404);
        }
    }

    @Test
    void changesWhatTheContentSays() {
        assertThat(does("/wallet/update", "{\"wallet_id\": \"wal_7a1b\", \"currency\": \"SEK\"}"))
                .has("/currency", "SEK")
                .has("/limit", 5);
        assertThat(does("/wallet/block", KNOWN)).hasStatus(200);
        assertThat(does("/sandbox/wallet/set_limit", "{\"wallet_id\": \"wal_7a1b\", \"limit\": 9}"))
                .hasStatus(200);

        assertThat(does("/wallet/get", KNOWN))
                .has("/currency", "SEK")
                .has("/state", "BLOCKED")
                .has("/limit", 9);
    }

    @Test
    void takesFromAnObjectWhatRepliesHaveAndTheRestFromTheExample() {
        assertThat(does("/wallet/create", "{\"currency\": \"CHF\", \"holder\": {\"name\": \"Bob\"}}"))
                .has("/holder/name", "Bob")
                .has("/holder/checked", false);
        assertThat(does("/wallet/create", "{\"currency\": \"CHF\"}")).has("/holder/name", "Ada");
    }

    @Test
    void narrowsListsByTheContent() {
        does("/wallet/create", "{\"currency\": \"CHF\"}").send();

        assertThat(does("/wallet/list", "{\"currency\": \"CHF\"}"))
                .has("/wallets/0/currency", "CHF")
                .lacks("/wallets/1");
    }

    @Test
    void keepsWhatThereIsOneOf() {
        assertThat(does("/network/status/get", "{}")).hasStatus(200).has("/up", true);
    }
}
