package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;

import dev.sandbank.testing.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments at the example bank: who may make, see and cancel them. */
class MusterbankPaymentsTest {

    private static final String PAYMENT = """
            {"debtorAccount": "%s", "instructedAmount": {"currency": "EUR", "amount": "%s"},
             "creditorName": "Erika Mustermann", "creditorIban": "DE02120300000000202051"}""";

    @AutoClose
    private final Musterbank bank = Musterbank.start();

    @Test
    void paysFromAnAccountThatTheUserMayPayFrom() {
        Answer paid = bank.as("anna", "pis", "POST", "/payments/sepa-credit-transfers")
                .json(PAYMENT.formatted("giro-anna", "12.50"))
                .send();

        assertThat(paid).hasStatus(201).has("/transactionStatus", "RCVD");
        assertThat(bank.as("anna", "pis", "GET", "/payments/sepa-credit-transfers/" + paid.text("/paymentId")))
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
        assertThat(bank.as("anna", "pis", "POST", "/payments/sepa-credit-transfers")
                        .json(PAYMENT.formatted(account, amount)))
                .hasStatus(status)
                .has("/tppMessages/0/code", code)
                .wasRefusedAt(gate, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3000000", "1e999999999", "-1e-999999999", "[[[[[[[[", "{\"a\":"})
    void refusesContentWithoutBoundsAfterWhatComesBefore(String value) {
        String amount = value.startsWith("[") || value.startsWith("{") ? value.repeat(10_000) : value;
        String content = PAYMENT.formatted("giro-anna", "1.00").replace("\"EUR\"", amount);

        assertThat(bank.as("anna", "pis", "POST", "/payments/sepa-credit-transfers")
                        .json(content))
                .hasStatus(400)
                .has("/tppMessages/0/code", "FORMAT_ERROR")
                .wasRefusedAt("input", "body-malformed");
        assertThat(bank.as("anna", "ais", "POST", "/payments/sepa-credit-transfers")
                        .json(content))
                .hasStatus(403)
                .wasRefusedAt("scope", "scope-missing");
        assertThat(bank.call("POST", "/payments/sepa-credit-transfers").json(content))
                .hasStatus(401);
    }

    @Test
    void paysToTheLastCent() {
        assertThat(bank.as("anna", "pis", "POST", "/payments/sepa-credit-transfers")
                        .json(PAYMENT.formatted("giro-anna", "1250.40")))
                .hasStatus(201);
    }

    @Test
    void cancelsOnlyWhatIsNotBooked() {
        String payment = bank.as("anna", "pis", "POST", "/payments/sepa-credit-transfers")
                .json(PAYMENT.formatted("giro-anna", "3.00"))
                .send()
                .text("/paymentId");

        assertThat(bank.as("anna", "pis:cancel", "DELETE", "/payments/sepa-credit-transfers/" + payment))
                .hasStatus(204);
        assertThat(bank.as("anna", "pis:cancel", "GET", "/payments/sepa-credit-transfers/" + payment))
                .has("/transactionStatus", "CANC");
        assertThat(bank.as("anna", "pis:cancel", "DELETE", "/payments/sepa-credit-transfers/pay-booked"))
                .hasStatus(405)
                .has("/tppMessages/0/code", "CANCELLATION_INVALID")
                .wasRefusedAt("rules", "cancellation-invalid");
    }

    @Test
    void tellsAPaymentOfSomebodyElseFromOneThatIsNot() {
        assertThat(bank.as("ben", "pis", "GET", "/payments/sepa-credit-transfers/pay-booked"))
                .hasStatus(403)
                .wasRefusedAt("resource", "resource-unknown");
        assertThat(bank.as("ben", "pis", "GET", "/payments/sepa-credit-transfers/pay-none"))
                .hasStatus(404)
                .wasRefusedAt("resource", "resource-unknown");
    }

    @ParameterizedTest
    @CsvSource({"pis, 200", "pis:cancel, 200", "ais, 403"})
    void showsAPaymentToWhoHasOneOfTwoScopes(String scope, int status) {
        assertThat(bank.as("anna", scope, "GET", "/payments/sepa-credit-transfers/pay-booked"))
                .hasStatus(status);
    }

    @Test
    void namesTheScopesOfWhichOneWouldDo() {
        assertThat(bank.as("anna", "ais", "GET", "/payments/sepa-credit-transfers/pay-booked"))
                .has("/tppMessages/0/code", "SERVICE_INVALID")
                .has("/tppMessages/0/text", "needs one of pis pis:cancel, token holds ais");
    }

    @Test
    void letsADormantUserReadButNotWrite() {
        assertThat(bank.as("dora", "pis", "GET", "/payments/sepa-credit-transfers/pay-none"))
                .hasStatus(404);
        assertThat(bank.as("dora", "pis", "POST", "/payments/sepa-credit-transfers")
                        .json(PAYMENT.formatted("giro-ben", "1.00")))
                .hasStatus(403)
                .has("/tppMessages/0/text", "The account of this user is dormant")
                .wasRefusedAt("blocked", "subject-blocked");
    }

    @Test
    void changesTheStateOfAUserAtOnce() {
        String token = bank.token("anna", "pis");
        bank.sandbank().user("anna").become("dormant");

        assertThat(bank.call("POST", "/payments/sepa-credit-transfers")
                        .bearer(token)
                        .json(PAYMENT.formatted("giro-anna", "1.00")))
                .hasStatus(403);

        bank.sandbank().user("anna").become("active");

        assertThat(bank.call("POST", "/payments/sepa-credit-transfers")
                        .bearer(token)
                        .json(PAYMENT.formatted("giro-anna", "1.00")))
                .hasStatus(201);
    }
}
