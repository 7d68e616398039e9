package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A bank that {@code init} made keeps what is made below other things, and finds it by the id that its creation told. */
class InitializedMandatesTest extends InitializedBank {

    InitializedMandatesTest() {
        super("mandates.yaml", "mandatbank");
    }

    private String given() {
        return post(bank, "/mandates")
                .bearer(app)
                .json("{\"iban\": \"DE77\"}")
                .send()
                .text("/mandateId");
    }

    @Test
    void readsWhatWasMadeThoughRepliesLeaveItsIdOut() {
        assertThat(get(bank, "/mandates/" + given()).bearer(app)).has("/iban", "DE77");
    }

    @Test
    void keepsWhatIsMadeBelowIt() {
        String mandate = given();

        String approval = post(bank, "/mandates/" + mandate + "/approvals")
                .bearer(app)
                .send()
                .text("/approvalId");

        assertThat(get(bank, "/mandates/" + mandate + "/approvals/" + approval).bearer(app))
                .has("/approvalStatus", "started");
        assertThat(get(bank, "/mandates/man-4711/approvals/" + approval).bearer(app))
                .hasStatus(404);
    }

    @Test
    void givesEachThingAnIdThoughNoPathReadsIt() {
        String path = "/mandates/" + given() + "/refunds";

        String first = refund(path);

        assertThat(refund(path)).matches("REF-[0-9]{6}").isNotEqualTo(first);
    }

    private String refund(String path) {
        return post(bank, path)
                .bearer(app)
                .json("{\"reference\": \"mine\"}")
                .send()
                .text("/refund/refundReference");
    }

    @Test
    void listsWhatTheCallHasToAskFor() {
        assertThat(get(bank, "/devices?mandateId=man-4711&day=2031-01-02").bearer(app))
                .has("/devices/0/id", "dev-1");
        assertThat(get(bank, "/devices?mandateId=man-4711&day=2031-01-03").bearer(app))
                .hasBody("{\"devices\": []}");
    }

    @Test
    void changesTheOneThingInItsEnvelope() {
        call(bank, "PATCH", "/profile")
                .bearer(app)
                .json("{\"input\": {\"phone\": \"7\"}}")
                .send();

        assertThat(get(bank, "/profile").bearer(app))
                .has("/profile/input/phone", "7")
                .has("/profile/code", "mine");
    }

    @Test
    void keepsContentOfAnyMembersAsItIs() {
        call(bank, "PUT", "/metadata").bearer(app).json("{\"size\": \"big\"}").send();

        assertThat(get(bank, "/metadata").bearer(app)).hasBody("{\"metadata\": {\"size\": \"big\"}}");
    }

    @Test
    void showsOneThingThatHasAListAmongOthers() {
        call(bank, "PATCH", "/settings")
                .bearer(app)
                .json("{\"tips\": [{\"percent\": 9}]}")
                .send();

        assertThat(get(bank, "/settings").bearer(app)).has("/tips/0/percent", 9).has("/receipt/header", "Hello");
    }

    @Test
    void namesEntriesByGivenWords() {
        assertThat(get(bank, "/terms/general").bearer(app)).has("/code", "general");
        assertThat(get(bank, "/terms/cards").bearer(app)).has("/code", "cards");
    }

    @Test
    void showsThatAnActionWasDone() {
        post(bank, "/terms/cards/accept").bearer(app).send();

        assertThat(get(bank, "/terms/cards").bearer(app).send().text("/acceptedAt"))
                .endsWith("Z");
    }

    @Test
    void listsPlainIds() {
        String path = "/mandates/" + given() + "/approvals";
        String approval = post(bank, path).bearer(app).send().text("/approvalId");

        assertThat(get(bank, path).bearer(app)).hasBody("{\"approvalIds\": [\"" + approval + "\"]}");
    }

    @Test
    void changesWhatItAnswersThoughEachReplyFitsSeveralAlternatives() {
        String path = "/mandates/" + given() + "/approvals";
        String one = path + "/" + post(bank, path).bearer(app).send().text("/approvalId");

        assertThat(call(bank, "PUT", one).bearer(app).json("{\"approvalStatus\": \"approved\"}"))
                .has("/approvalStatus", "approved");

        assertThat(get(bank, one).bearer(app)).has("/approvalStatus", "approved");
    }

    @Test
    void givesIdsToWhatAPathIsNamedFor() {
        assertThat(donation()).matches("don-[0-9]{6}").isNotEqualTo(donation());
    }

    private String donation() {
        return post(bank, "/donations")
                .bearer(app)
                .json("{\"amount\": 7}")
                .send()
                .text("/id");
    }

    @Test
    void isInTheStateThatTheReplyToAnActionShows() {
        String mandate = given();
        call(bank, "PUT", "/mandates/" + mandate + "/release").bearer(app).send();

        assertThat(get(bank, "/mandates/" + mandate).bearer(app)).has("/status", "valid");
    }
}
