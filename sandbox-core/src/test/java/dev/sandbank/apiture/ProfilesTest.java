package dev.sandbank.apiture;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles and businesses, which are the sandbox's own: the scopes for them are the bank's. */
class ProfilesTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    private HttpCall profile(String client, String method) {
        return call(bank, method, "/banking/profile").bearer(bank.tokens().forClient(client));
    }

    private HttpCall patch(String body) {
        return profile("ada-batch", "PATCH").json(body);
    }

    @Test
    void areTheClaimsOfTheCustomer() {
        assertThat(profile("ada-batch", "GET"))
                .hasStatus(200)
                .has("/id", "cust-ada")
                .has("/type", "retail")
                .has("/firstName", "Ada")
                .has("/preferredName", "Countess")
                .has("/emailAddress", "ada@example.test")
                .has("/address/regionCode", "OR")
                .lacks("/businesses/0");
    }

    @Test
    void tellWhichBusinessesThereAre() {
        assertThat(profile("carol-batch", "GET"))
                .has("/type", "commercial")
                .has("/businesses/0/id", "biz-harbour01")
                .has("/businesses/0/allows/actFor", true)
                .lacks("/address");
        assertThat(profile("bob-batch", "GET")).has("/type", "retail").has("/businesses/0/allows/actFor", false);
    }

    @Test
    void changeWhatOpenIdConnectTells() {
        String token = bank.tokens().forUser("mobile-app", "ada", "openid", "email", "address");

        assertThat(patch("{\"emailAddress\": \"countess@example.test\", \"preferredName\": null, \"address\":"
                        + " {\"address1\": \"1 Loom\", \"address2\": \"left\", \"locality\": \"Kiel\", \"regionName\": \"SH\","
                        + " \"postalCode\": \"24103\", \"countryCode\": \"DE\"}}"))
                .hasStatus(200)
                .has("/emailAddress", "countess@example.test")
                .has("/address/regionName", "SH")
                .lacks("/preferredName");
        assertThat(get(bank, "/oidc/userinfo").bearer(token))
                .has("/email", "countess@example.test")
                .has("/email_verified", false)
                .has("/address/street_address", "1 Loom\nleft");
    }

    @Test
    void keepAVerifiedAddressThatStaysTheSame() {
        patch("{\"emailAddress\": \"ada@example.test\"}").send();

        assertThat(get(bank, "/oidc/userinfo").bearer(bank.tokens().forUser("mobile-app", "ada", "openid", "email")))
                .has("/email_verified", true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"id\": \"cust-ada\"}",
                "{\"firstName\": \"Augusta\"}",
                "{\"emailAddress\": \"ada\"}",
                "{\"phoneNumber\": \"555\"}",
                "{\"address\": {\"address1\": \"1 Loom\"}}"
            })
    void takeNothingElse(String body) {
        assertThat(patch(body)).hasStatus(400).wasRefusedAt("input", "input-invalid");
    }

    @Test
    void haveAnAddressEach() {
        assertThat(patch("{\"emailAddress\": \"BOB@example.test\"}"))
                .hasStatus(422)
                .wasRefused("unprocessable-entity");
    }

    @Test
    void areNotChangedByWhoMayOnlyRead() {
        bank.user("ada").become("read-only");

        assertThat(patch("{\"preferredName\": \"Ada\"}")).hasStatus(403).wasRefused("subject-blocked");
        assertThat(profile("ada-batch", "GET")).hasStatus(200);
    }

    @ParameterizedTest
    @CsvSource({
        "back-office, 404, resource-unknown",
        "ledger-reader, 403, scope-missing",
        "mallory-batch, 403, subject-blocked"
    })
    void areForCustomersWithTheScope(String client, int status, String why) {
        assertThat(profile(client, "GET")).hasStatus(status).wasRefused(why);
    }

    @ParameterizedTest
    @CsvSource({
        "carol-batch, biz-harbour01, 200",
        "back-office, biz-harbour01, 200",
        "nell-batch, biz-harbour01, 403",
        "ada-batch, biz-harbour01, 404",
        "carol-batch, biz-nowhere, 404",
        "carol-batch, biz, 400"
    })
    void ofBusinessesAreForWhoIsLinkedToThem(String client, String business, int status) {
        assertThat(get(bank, "/banking/businesses/" + business)
                        .bearer(bank.tokens().forClient(client)))
                .hasStatus(status);
    }

    @Test
    void ofBusinessesTellWhatTheCallerMayDo() {
        assertThat(get(bank, "/banking/businesses/biz-harbour01")
                        .bearer(bank.tokens().forClient("bob-batch")))
                .has("/label", "Harbour Coffee LLC")
                .has("/allows/view", true)
                .has("/allows/actFor", false)
                .has("/taxIdMasked", "*4821")
                .has("/address/postalCode", "02903");
    }
}
