package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Jwt;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example bank, which has no line of Java: found on the class path, used over HTTP. */
class MusterbankTest {

    private static final String FIXTURE = "dev/sandbank/fixtures/examples/musterbank/fixture.yaml";
    private static final String PAYMENT = """
            {"debtorAccount": "%s", "instructedAmount": {"currency": "EUR", "amount": "%s"},
             "creditorName": "Erika Mustermann", "creditorIban": "DE02120300000000202051"}""";

    private final Sandbank bank = Sandbank.start(FIXTURE);

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void listsTheAccountsThatTheConsentLists() {
        assertThat(as("anna", "ais", call("GET", "/accounts")).header("Consent-ID", "consent-anna"))
                .hasStatus(200)
                .has("/accounts/0/resourceId", "spar-anna")
                .has("/accounts/1/resourceId", "giro-anna")
                .has("/accounts/1/currency", "EUR")
                .has("/accounts/1/_links/balances/href", "/v1/accounts/giro-anna/balances");
    }

    @Test
    void echoesTheRequestIdOnEveryReply() {
        String id = UUID.randomUUID().toString();

        Answer answer = HttpCall.get(bank, "/v1/nowhere")
                .bearer(token("anna", "ais"))
                .header("X-Request-ID", id)
                .send();

        assertThat(answer).hasStatus(404).has("/tppMessages/0/code", "FORMAT_ERROR");
        assertThat(answer.header("X-Request-ID")).contains(id);
    }

    @Test
    void asksForARequestId() {
        assertThat(HttpCall.get(bank, "/v1/accounts")
                        .bearer(token("anna", "ais"))
                        .header("Consent-ID", "consent-anna"))
                .hasStatus(400)
                .has("/tppMessages/0/code", "FORMAT_ERROR")
                .wasRefusedAt("input", "input-invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "consent-anna-old, 401, CONSENT_EXPIRED, rules, consent-expired",
        "consent-ben, 403, CONSENT_UNKNOWN, resource, resource-unknown",
        "consent-nobody, 403, CONSENT_UNKNOWN, resource, resource-unknown"
    })
    void showsNothingWithoutAConsentThatHolds(String consent, int status, String code, String gate, String key) {
        assertThat(as("anna", "ais", call("GET", "/accounts")).header("Consent-ID", consent))
                .hasStatus(status)
                .has("/tppMessages/0/code", code)
                .wasRefusedAt(gate, key);
    }

    @Test
    void showsNoAccountThatTheConsentLeavesOut() {
        assertThat(as("anna", "ais", call("GET", "/accounts/spar-anna/balances"))
                        .header("Consent-ID", "consent-anna"))
                .hasStatus(401)
                .has("/tppMessages/0/code", "CONSENT_INVALID")
                .wasRefusedAt("rules", "consent-invalid");
    }

    @Test
    void letsAConsentEndWithItsDay() {
        bank.clock().advance(Duration.ofDays(120));

        assertThat(as("anna", "ais", call("GET", "/accounts")).header("Consent-ID", "consent-anna"))
                .hasStatus(401)
                .has("/tppMessages/0/code", "CONSENT_EXPIRED");
    }

    @Test
    void givesAConsentItsForceOnlyByAuthorisation() {
        Answer created = as("ben", "ais", call("POST", "/consents"))
                .json("{\"access\":{\"accounts\":[\"giro-ben\"]},\"recurringIndicator\":true,"
                        + "\"validUntil\":\"2031-12-31\",\"frequencyPerDay\":4}")
                .send();
        String consent = created.text("/consentId");
        assertThat(created).hasStatus(201).has("/consentStatus", "received");
        assertThat(created.header("Location")).contains(bank.baseUrl() + "/v1/consents/" + consent);
        assertThat(as("ben", "ais", call("GET", "/accounts")).header("Consent-ID", consent))
                .hasStatus(401);

        as("ben", "ais", call("POST", "/consents/" + consent + "/authorisations"))
                .send();

        assertThat(as("ben", "ais", call("GET", "/accounts")).header("Consent-ID", consent))
                .hasStatus(200)
                .has("/accounts/0/resourceId", "giro-ben");
        assertThat(as("ben", "ais", call("POST", "/consents/" + consent + "/authorisations")))
                .hasStatus(409)
                .has("/tppMessages/0/text", "consent.consentStatus is valid");
    }

    @Test
    void endsAConsentThatIsDeleted() {
        assertThat(as("anna", "ais", call("DELETE", "/consents/consent-anna"))).hasStatus(204);

        assertThat(as("anna", "ais", call("GET", "/consents/consent-anna")))
                .hasStatus(200)
                .has("/consentStatus", "terminatedByTpp");
        assertThat(as("anna", "ais", call("GET", "/accounts")).header("Consent-ID", "consent-anna"))
                .hasStatus(401);
    }

    @Test
    void makesNoConsentForAnAccountOfSomebodyElse() {
        assertThat(as("ben", "ais", call("POST", "/consents"))
                        .json("{\"access\":{\"accounts\":[\"giro-anna\"]},\"recurringIndicator\":true,"
                                + "\"validUntil\":\"2031-12-31\",\"frequencyPerDay\":4}"))
                .hasStatus(400)
                .has("/tppMessages/0/code", "RESOURCE_UNKNOWN")
                .has("/tppMessages/0/path", "/access/accounts");
    }

    @ParameterizedTest
    @CsvSource({
        "bookingStatus=booked, t-2;t-1",
        "bookingStatus=pending, t-3",
        "bookingStatus=booked&dateFrom=2031-03-01, t-2",
        "bookingStatus=booked&dateTo=2031-02-28, t-1",
        "bookingStatus=booked&dateFrom=2031-02-28&dateTo=2031-02-28, ''"
    })
    void filtersTransactionsByStatusAndDay(String query, String ids) {
        Answer answer = as("anna", "ais", call("GET", "/accounts/giro-anna/transactions?" + query))
                .header("Consent-ID", "consent-anna")
                .send();

        assertThat(String.join(";", answer.each("/transactions/booked", "transactionId")))
                .isEqualTo(ids);
    }

    @Test
    void paysFromAnAccountThatTheUserMayPayFrom() {
        Answer paid = as("anna", "pis", call("POST", "/payments/sepa-credit-transfers"))
                .json(PAYMENT.formatted("giro-anna", "12.50"))
                .send();

        assertThat(paid).hasStatus(201).has("/transactionStatus", "RCVD");
        assertThat(as("anna", "pis", call("GET", "/payments/sepa-credit-transfers/" + paid.text("/paymentId"))))
                .hasStatus(200)
                .has("/instructedAmount/amount", "12.50");
    }

    @ParameterizedTest
    @CsvSource({
        "spar-anna, 1.00, 403, PRODUCT_INVALID, entitlement, entitlement-missing",
        "giro-ben, 1.00, 400, RESOURCE_UNKNOWN, resource, resource-unknown",
        "giro-anna, 1250.41, 403, FUNDS_NOT_AVAILABLE, rules, funds-not-available",
        "giro-anna, 1, 400, FORMAT_ERROR, input, input-invalid"
    })
    void refusesAPaymentForTheRightReason(
            String account, String amount, int status, String code, String gate, String key) {
        assertThat(as("anna", "pis", call("POST", "/payments/sepa-credit-transfers"))
                        .json(PAYMENT.formatted(account, amount)))
                .hasStatus(status)
                .has("/tppMessages/0/code", code)
                .wasRefusedAt(gate, key);
    }

    @Test
    void paysToTheLastCent() {
        assertThat(as("anna", "pis", call("POST", "/payments/sepa-credit-transfers"))
                        .json(PAYMENT.formatted("giro-anna", "1250.40")))
                .hasStatus(201);
    }

    @Test
    void cancelsOnlyWhatIsNotBooked() {
        String payment = as("anna", "pis", call("POST", "/payments/sepa-credit-transfers"))
                .json(PAYMENT.formatted("giro-anna", "3.00"))
                .send()
                .text("/paymentId");

        assertThat(as("anna", "pis:cancel", call("DELETE", "/payments/sepa-credit-transfers/" + payment)))
                .hasStatus(204);
        assertThat(as("anna", "pis:cancel", call("GET", "/payments/sepa-credit-transfers/" + payment)))
                .has("/transactionStatus", "CANC");
        assertThat(as("anna", "pis:cancel", call("DELETE", "/payments/sepa-credit-transfers/pay-booked")))
                .hasStatus(405)
                .has("/tppMessages/0/code", "CANCELLATION_INVALID")
                .wasRefusedAt("rules", "cancellation-invalid");
    }

    @Test
    void tellsAPaymentOfSomebodyElseFromOneThatIsNot() {
        assertThat(as("ben", "pis", call("GET", "/payments/sepa-credit-transfers/pay-booked")))
                .hasStatus(403)
                .wasRefusedAt("resource", "resource-unknown");
        assertThat(as("ben", "pis", call("GET", "/payments/sepa-credit-transfers/pay-none")))
                .hasStatus(404)
                .wasRefusedAt("resource", "resource-unknown");
    }

    @ParameterizedTest
    @CsvSource({"pis, 200", "pis:cancel, 200", "ais, 403"})
    void showsAPaymentToWhoHasOneOfTwoScopes(String scope, int status) {
        assertThat(as("anna", scope, call("GET", "/payments/sepa-credit-transfers/pay-booked")))
                .hasStatus(status);
    }

    @Test
    void namesTheScopesOfWhichOneWouldDo() {
        assertThat(as("anna", "ais", call("GET", "/payments/sepa-credit-transfers/pay-booked")))
                .has("/tppMessages/0/code", "SERVICE_INVALID")
                .has("/tppMessages/0/text", "needs one of pis pis:cancel, token holds ais");
    }

    @Test
    void letsADormantUserReadButNotWrite() {
        assertThat(as("dora", "pis", call("GET", "/payments/sepa-credit-transfers/pay-none")))
                .hasStatus(404);
        assertThat(as("dora", "pis", call("POST", "/payments/sepa-credit-transfers"))
                        .json(PAYMENT.formatted("giro-ben", "1.00")))
                .hasStatus(403)
                .has("/tppMessages/0/text", "The account of this user is dormant")
                .wasRefusedAt("blocked", "subject-blocked");
    }

    @Test
    void changesTheStateOfAUserAtOnce() {
        String token = token("anna", "pis");
        bank.user("anna").become("dormant");

        assertThat(call("POST", "/payments/sepa-credit-transfers")
                        .bearer(token)
                        .json(PAYMENT.formatted("giro-anna", "1.00")))
                .hasStatus(403);

        bank.user("anna").become("active");

        assertThat(call("POST", "/payments/sepa-credit-transfers")
                        .bearer(token)
                        .json(PAYMENT.formatted("giro-anna", "1.00")))
                .hasStatus(201);
    }

    @Test
    void signsItsTokensAndSaysInThemWhatItsDialectSays() {
        Answer issued = HttpCall.clientCredentials(
                        bank, new BuiltIn.Pair("budget-app", "budget-secret"), "scope", "ais")
                .send();

        Jwt token = Jwt.of(issued.text("/access_token"));
        assertThat(token.header().path("alg").asText()).isEqualTo("ES256");
        assertThat(token.claims().path("bank").asText()).isEqualTo("musterbank");
        assertThat(token.claims().has("psu")).isFalse();
        assertThat(Jwt.of(token("anna", "ais")).claims().path("psu").asText()).isEqualTo("anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"userinfo_endpoint", "userinfo_signing_alg_values_supported", "end_session_endpoint"})
    void publishesNoMetadataOfWhatItDoesNotHave(String member) {
        Answer metadata = HttpCall.get(bank, "/.well-known/oauth-authorization-server/oauth2")
                .send();

        assertThat(metadata.json().has(member)).isFalse();
        assertThat(metadata).has("/service_documentation", "https://musterbank.example/developers");
    }

    private HttpCall call(String method, String path) {
        return HttpCall.call(bank, method, "/v1" + path)
                .header("X-Request-ID", UUID.randomUUID().toString());
    }

    private HttpCall as(String user, String scope, HttpCall call) {
        return call.bearer(token(user, scope));
    }

    private String token(String user, String scope) {
        return bank.tokens().forUser("budget-app", user, scope);
    }
}
