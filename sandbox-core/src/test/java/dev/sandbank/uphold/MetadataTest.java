package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_CARD;
import static dev.sandbank.testing.UpholdSeed.ADAS_EMPTY;
import static dev.sandbank.testing.UpholdSeed.ADAS_PHOTO;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.testing.UpholdSeed.ADAS_TRADE;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_BANK;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_CONTA;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_DEPOSIT;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_PHOTO;
import static dev.sandbank.testing.UpholdSeed.MALLORY;
import static dev.sandbank.testing.UpholdSeed.MALLORYS_DRAWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.AnswerAssert;
import dev.sandbank.testing.HttpCall;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata of entries: got, set and deleted, on conditions or without. */
class MetadataTest {

    private static final String OF_SPENDING = "/core/accounts/" + ADAS_SPENDING + "/metadata";
    private static final String OF_EMPTY = "/core/accounts/" + ADAS_EMPTY + "/metadata";
    private static final String NOTE = "{\"note\": \"x\"}";
    private static final String OTHER_TAG = '"' + "0".repeat(64) + '"';

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private final String token = bank.tokens().forClient("notes");

    @Test
    void isToldWithItsTag() {
        assertThat(get(OF_SPENDING))
                .hasStatus(200)
                .wasAllowed()
                .hasHeaderMatching("ETag", "\"[0-9a-f]{64}\"")
                .hasBody("{\"metadata\": {\"orderRef\": \"A-1009\", \"tier\": \"gold\"}}");
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        String tag = tag(OF_SPENDING);

        for (String known : new String[] {tag, "W/" + tag, tag.toUpperCase(Locale.ROOT)}) {
            Answer same = get(OF_SPENDING).header("If-None-Match", known).send();
            assertThat(same).hasStatus(304).hasHeader("ETag", tag);
            assertThat(same.body()).isEmpty();
        }
        assertThat(get(OF_SPENDING).header("If-None-Match", OTHER_TAG)).hasStatus(200);
    }

    @Test
    void hasATagThatTheOrderOfItsMembersDoesNotChange() {
        String tag = tag(OF_SPENDING);

        assertThat(put(OF_SPENDING, "{\"tier\": \"gold\", \"orderRef\": \"A-1009\"}"))
                .hasStatus(200)
                .hasHeader("ETag", tag);
    }

    @Test
    void isReplacedAsAWhole() {
        String any = "{\"a\": null, \"b\": [], \"c\": {}, \"d\": [1.50, {\"e\": \"\"}]}";

        assertThat(put(OF_EMPTY, NOTE)).hasStatus(201).wasAllowed();
        assertThat(put(OF_EMPTY, any)).hasStatus(200).hasBody("{\"metadata\": " + any + "}");
        assertThat(get(OF_EMPTY)).hasBody("{\"metadata\": " + any + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "external-accounts," + ADAS_CARD,
        "transactions," + ADAS_TRADE,
        "files," + ADAS_PHOTO,
        "users," + ADA,
        "users,me"
    })
    void isOfEntriesOfEveryKind(String kind, String id) {
        String path = "/core/" + kind + "/" + id + "/metadata";

        assertThat(get(path)).hasStatus(404).has("/details/entity", "metadata");
        assertThat(put(path, NOTE)).hasStatus(201);
        assertThat(get(path)).has("/metadata/note", "x");
    }

    @ParameterizedTest
    @CsvSource({
        "accounts," + BRUNOS_CONTA + ",account",
        "external-accounts," + BRUNOS_BANK + ",external-account",
        "transactions," + BRUNOS_DEPOSIT + ",transaction",
        "users," + BRUNO + ",user",
        "files," + BRUNOS_PHOTO + ",file"
    })
    void isNobodyElses(String kind, String id, String entity) {
        String path = "/core/" + kind + "/" + id + "/metadata";

        assertThat(get(path)).hasStatus(404).has("/details/entity", entity);
        assertThat(put(path, NOTE)).hasStatus(404).has("/details/entity", entity);
    }

    @Test
    void isWhatAnEntryWasMadeWith() {
        String id = post(bank, "/core/accounts")
                .bearer(bank.tokens().forClient("payouts"))
                .onBehalfOf(ADA)
                .json("{\"label\": \"Rainy day\", \"asset\": \"EUR\", \"metadata\": {\"note\": \"x\"}}")
                .send()
                .text("/account/id");

        assertThat(get("/core/accounts/" + id + "/metadata")).has("/metadata/note", "x");
    }

    @Test
    void isSetOnlyIfItIsStillTheSame() {
        String tag = tag(OF_SPENDING);

        assertThat(put(OF_SPENDING, NOTE).header("If-Match", OTHER_TAG))
                .hasStatus(412)
                .has("/code", "precondition_failed");
        assertThat(put(OF_SPENDING, NOTE).header("If-Match", "W/" + tag.toUpperCase(Locale.ROOT)))
                .hasStatus(200);
        assertThat(put(OF_EMPTY, NOTE).header("If-Match", tag)).hasStatus(404).has("/details/entity", "metadata");
    }

    @Test
    void isSetOnlyIfThereIsNone() {
        assertThat(put(OF_SPENDING, NOTE).header("If-None-Match", "*"))
                .hasStatus(409)
                .has("/code", "duplicate")
                .lacks("/details");
        assertThat(put(OF_EMPTY, NOTE).header("If-None-Match", "*")).hasStatus(201);
    }

    @Test
    void hasAtMost1024Characters() {
        assertThat(put(OF_EMPTY, "{\"note\":\"" + "x".repeat(1013) + "\"}")).hasStatus(201);
        assertThat(put(OF_EMPTY, "{\"note\":\"" + "x".repeat(1014) + "\"}"))
                .hasStatus(413)
                .has("/code", "content_too_large")
                .has("/details/threshold/unit", "characters")
                .has("/details/threshold/limit", 1024);
    }

    @Test
    void isDeletedOnConditionsToo() {
        assertThat(as(ADA, "DELETE", OF_SPENDING).header("If-Match", OTHER_TAG)).hasStatus(412);
        assertThat(as(ADA, "DELETE", OF_SPENDING).header("If-Match", tag(OF_SPENDING)))
                .hasStatus(204)
                .wasAllowed();
        assertThat(as(ADA, "DELETE", OF_SPENDING)).hasStatus(404).has("/details/entity", "metadata");
        assertThat(get(OF_SPENDING)).hasStatus(404);
    }

    @Test
    void isExportedWithoutWhatWasDeleted() {
        as(ADA, "DELETE", OF_SPENDING).send();
        put(OF_EMPTY, NOTE).send();

        try (Sandbank copy = Sandbank.builder().fixtureText(bank.export()).start()) {
            String other = copy.tokens().forClient("notes");
            assertThat(call(copy, "GET", OF_SPENDING).bearer(other).onBehalfOf(ADA))
                    .hasStatus(404);
            assertThat(call(copy, "GET", OF_EMPTY).bearer(other).onBehalfOf(ADA))
                    .has("/metadata/note", "x");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"x\"", "null"})
    void isAnObjectWithMembers(String body) {
        assertThat(put(OF_EMPTY, body)).hasStatus(400).has("/details/context", "body");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, If-None-Match, *",
        "GET, If-None-Match, one",
        "PUT, If-None-Match, one",
        "PUT, If-Match, *",
        "DELETE, If-Match, 00"
    })
    void hasConditionsOfOneForm(String method, String header, String value) {
        HttpCall asked = as(ADA, method, OF_SPENDING).header(header, value);

        assertThat(method.equals("PUT") ? asked.json(NOTE) : asked)
                .hasStatus(400)
                .has("/details/context", "headers")
                .has("/details/violations/0/property", header.toLowerCase(Locale.ROOT));
    }

    @Test
    void isOfNothingElse() {
        assertThat(get("/core/quotes/one/metadata")).hasStatus(400).has("/details/violations/0/property", "entity");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, core.users.metadata:read, core.accounts.metadata:read",
        "PUT, core.users.metadata:write, core.accounts.metadata:write",
        "DELETE, core.accounts.metadata:read, core.accounts.metadata:write"
    })
    void needsTheScopeOfItsEntry(String method, String held, String needed) {
        String fixture = "bank: uphold\nextends: uphold\nclients: [{id: one, secret: secret-of-one, user: " + ADA
                + ", scopes: [\"" + held + "\"]}]\n";
        try (Sandbank other = Sandbank.builder().fixtureText(fixture).start()) {
            HttpCall asked =
                    call(other, method, OF_SPENDING).bearer(other.tokens().forClient("one"));
            AnswerAssert refused = assertThat(method.equals("PUT") ? asked.json(NOTE) : asked);

            refused.hasStatus(403)
                    .has("/code", "token_insufficient_scopes")
                    .has("/details/security/0/schemeScopes/0", needed)
                    .lacks("/details/security/0/schemeScopes/1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void ofABlockedUserStaysAsItIs(String method) {
        assertThat(as(MALLORY, method, "/core/accounts/" + MALLORYS_DRAWER + "/metadata"))
                .hasStatus(409)
                .has("/code", "operation-not-allowed");
    }

    @Test
    void isOfUsers() {
        assertThat(call(bank, "GET", OF_SPENDING).bearer(token)).hasStatus(403).has("/code", "subject_not_allowed");
    }

    private String tag(String path) {
        return get(path).send().header("ETag").orElseThrow();
    }

    private HttpCall get(String path) {
        return as(ADA, "GET", path);
    }

    private HttpCall put(String path, String body) {
        return as(ADA, "PUT", path).json(body);
    }

    private HttpCall as(String user, String method, String path) {
        return call(bank, method, path).bearer(token).onBehalfOf(user);
    }
}
