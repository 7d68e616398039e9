package dev.sandbank.apiture;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who owns an account together, and who is invited to. */
class JointOwnersTest {

    private static final String HOUSEHOLD = "/banking/accounts/acct-2e90b6/jointOwners";
    private static final String INVITATIONS = "/banking/accounts/acct-2e90b6/jointOwnerInvitations";
    private static final String NOOR = """
            {"firstName": "Noor", "lastName": "Haddad", "identification": "4821",
             "sharedSecret": "seven quiet lanterns", "emailAddress": "noor.haddad@example.org"}""";

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    private HttpCall asAda(HttpCall call) {
        return call.bearer(bank.tokens().forClient("ada-batch"));
    }

    private static List<String> names(Answer answer) {
        return answer.each("/items", "name");
    }

    @Test
    void areTheOtherCustomersWhoMayViewTheAccount() {
        assertThat(names(asAda(get(bank, HOUSEHOLD)).send())).containsExactly("Bob Hale", "Mallory Quinn");
    }

    @Test
    void areAllOfThemForAClientWithoutACustomer() {
        String office = bank.tokens().forClient("back-office");

        assertThat(names(get(bank, HOUSEHOLD).bearer(office).send()))
                .containsExactly("Ada Byron", "Bob Hale", "Mallory Quinn");
    }

    @Test
    void haveIdsThatStay() {
        Answer first = asAda(get(bank, HOUSEHOLD)).send();

        assertThat(first.each("/items", "id")).doesNotHaveDuplicates().allMatch(id -> id.matches("own-[0-9a-f]{6}"));
        assertThat(asAda(get(bank, HOUSEHOLD)).send().each("/items", "id")).isEqualTo(first.each("/items", "id"));
    }

    @Test
    void areThoseThatTheAccountLists() {
        bank.resource("accounts", "acct-2e90b6")
                .set(
                        "jointOwners",
                        List.of(Map.of("id", "own-000001", "name", "Teo"), Map.of("name", "A. B.", "user", "ada")));

        assertThat(asAda(get(bank, HOUSEHOLD))).hasBody("{\"items\": [{\"id\": \"own-000001\", \"name\": \"Teo\"}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "ada-batch, acct-85b3f1, 404, resource-unknown",
        "bob-batch, acct-2e90b6, 403, entitlement-missing",
        "nell-batch, acct-2e90b6, 404, resource-unknown",
        "money-mover, acct-2e90b6, 403, scope-missing"
    })
    void areNotForEverybody(String client, String account, int status, String why) {
        assertThat(get(bank, "/banking/accounts/" + account + "/jointOwners")
                        .bearer(bank.tokens().forClient(client)))
                .hasStatus(status)
                .wasRefused(why);
    }

    @Test
    void areInvitedByAnInvitationThatIsKeptAndSentToNobody() {
        Answer invited = asAda(post(bank, INVITATIONS)).json(NOOR).send();

        assertThat(invited)
                .hasStatus(200)
                .has("/firstName", "Noor")
                .has("/disallowDebitCardAccess", false)
                .hasHeader("Location", bank.baseUrl() + INVITATIONS + "/" + invited.text("/id"))
                .hasMembersOnly(
                        "",
                        "id",
                        "firstName",
                        "lastName",
                        "identification",
                        "sharedSecret",
                        "emailAddress",
                        "disallowDebitCardAccess");
        assertThat(bank.resource("jointOwnerInvitations", invited.text("/id")).get("account"))
                .isEqualTo("acct-2e90b6");
        assertThat(asAda(get(bank, INVITATIONS + "/" + invited.text("/id")))).hasStatus(404);
        assertThat(names(asAda(get(bank, HOUSEHOLD)).send())).doesNotContain("Noor Haddad");
    }

    @Test
    void areInvitedTwiceByTwoInvitations() {
        Answer first = asAda(post(bank, INVITATIONS)).json(NOOR).send();
        Answer second = asAda(post(bank, INVITATIONS)).json(NOOR).send();

        assertThat(second.text("/id")).isNotEqualTo(first.text("/id"));
    }

    @Test
    void areNotInvitedAgain() {
        assertThat(asAda(post(bank, INVITATIONS)).json(NOOR.replace("noor.haddad@example.org", "BOB@example.test")))
                .hasStatus(422)
                .wasRefused("unprocessable-entity");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"identification\": \"4821\", | | 400",
                "\"4821\" | \"482\" | 400",
                "\"4821\" | 4821 | 400",
                "seven quiet lanterns | seven | 400",
                "noor.haddad@example.org | noor | 400",
                "\"Noor\" | \"\" | 400",
                "\"identification\": \"4821\" | \"taxId\": \"4821\" | 400",
                "\"4821\" | \"4821\", \"taxId\": \"4821\" | 200",
                "\"4821\" | \"4821\", \"taxId\": \"4822\" | 422"
            })
    void areInvitedByTheWholeForm(String part, String instead, int status) {
        assertThat(asAda(post(bank, INVITATIONS)).json(NOOR.replace(part, instead == null ? "" : instead)))
                .hasStatus(status);
    }

    @Test
    void mayBeNamedByTheirTaxNumberAloneWhereASettingSaysSo() {
        try (Sandbank lenient = Sandbank.builder()
                .fixtureText("{extends: apiture, settings: {jointOwnerTaxIdAlone: true}}")
                .start()) {
            assertThat(post(lenient, INVITATIONS)
                            .bearer(lenient.tokens().forClient("ada-batch"))
                            .json(NOOR.replace("identification", "taxId")))
                    .hasStatus(200)
                    .has("/identification", "4821");
        }
    }

    @Test
    void areNotInvitedByWhoMayOnlyRead() {
        bank.user("ada").become("read-only");

        assertThat(asAda(post(bank, INVITATIONS)).json(NOOR))
                .hasStatus(403)
                .has("/type", "https://production.api.apiture.com/errors/modificationForbidden/v1.0.0");
    }
}
