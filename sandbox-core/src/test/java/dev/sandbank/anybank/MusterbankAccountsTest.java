package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts of the example bank, which has no line of Java: shown is what a consent lists, while it holds. */
class MusterbankAccountsTest {

    @AutoClose
    private final Musterbank bank = Musterbank.start();

    @Test
    void listsTheAccountsThatTheConsentLists() {
        assertThat(bank.as("anna", "ais", "GET", "/accounts").header("Consent-ID", "consent-anna"))
                .hasStatus(200)
                .has("/accounts/0/resourceId", "spar-anna")
                .has("/accounts/1/resourceId", "giro-anna")
                .has("/accounts/1/currency", "EUR")
                .has("/accounts/1/_links/balances/href", "/v1/accounts/giro-anna/balances");
    }

    @ParameterizedTest
    @CsvSource({
        "consent-anna-old, 401, CONSENT_EXPIRED, rules, consent-expired",
        "consent-ben, 403, CONSENT_UNKNOWN, resource, resource-unknown",
        "consent-nobody, 403, CONSENT_UNKNOWN, resource, resource-unknown"
    })
    void showsNothingWithoutAConsentThatHolds(String consent, int status, String code, String gate, String key) {
        assertThat(bank.as("anna", "ais", "GET", "/accounts").header("Consent-ID", consent))
                .hasStatus(status)
                .has("/tppMessages/0/code", code)
                .wasRefusedAt(gate, key);
    }

    @Test
    void showsNoAccountThatTheConsentLeavesOut() {
        assertThat(bank.as("anna", "ais", "GET", "/accounts/spar-anna/balances").header("Consent-ID", "consent-anna"))
                .hasStatus(401)
                .has("/tppMessages/0/code", "CONSENT_INVALID")
                .wasRefusedAt("rules", "consent-invalid");
    }

    @Test
    void letsAConsentEndWithItsDay() {
        bank.sandbank().clock().advance(Duration.ofDays(120));

        assertThat(bank.as("anna", "ais", "GET", "/accounts").header("Consent-ID", "consent-anna"))
                .hasStatus(401)
                .has("/tppMessages/0/code", "CONSENT_EXPIRED");
    }

    @Test
    void givesAConsentItsForceOnlyByAuthorisation() {
        Answer created = bank.as("ben", "ais", "POST", "/consents")
                .json("{\"access\":{\"accounts\":[\"giro-ben\"]},\"recurringIndicator\":true,"
                        + "\"validUntil\":\"2031-12-31\",\"frequencyPerDay\":4}")
                .send();
        String consent = created.text("/consentId");
        assertThat(created).hasStatus(201).has("/consentStatus", "received");
        assertThat(created.header("Location")).contains(bank.sandbank().baseUrl() + "/v1/consents/" + consent);
        assertThat(bank.as("ben", "ais", "GET", "/accounts").header("Consent-ID", consent))
                .hasStatus(401);

        bank.as("ben", "ais", "POST", "/consents/" + consent + "/authorisations")
                .send();

        assertThat(bank.as("ben", "ais", "GET", "/accounts").header("Consent-ID", consent))
                .hasStatus(200)
                .has("/accounts/0/resourceId", "giro-ben");
        assertThat(bank.as("ben", "ais", "POST", "/consents/" + consent + "/authorisations"))
                .hasStatus(409)
                .has("/tppMessages/0/text", "consent.consentStatus is valid but must be received");
    }

    @Test
    void endsAConsentThatIsDeleted() {
        assertThat(bank.as("anna", "ais", "DELETE", "/consents/consent-anna")).hasStatus(204);

        assertThat(bank.as("anna", "ais", "GET", "/consents/consent-anna"))
                .hasStatus(200)
                .has("/consentStatus", "terminatedByTpp");
        assertThat(bank.as("anna", "ais", "GET", "/accounts").header("Consent-ID", "consent-anna"))
                .hasStatus(401);
    }

    @Test
    void makesNoConsentForAnAccountOfSomebodyElse() {
        assertThat(bank.as("ben", "ais", "POST", "/consents")
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
        Answer answer = bank.as("anna", "ais", "GET", "/accounts/giro-anna/transactions?" + query)
                .header("Consent-ID", "consent-anna")
                .send();

        assertThat(String.join(";", answer.each("/transactions/booked", "transactionId")))
                .isEqualTo(ids);
    }
}
