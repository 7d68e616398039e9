package dev.sandbank.apiture;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code lookUpInstitutionByLocator}: routing numbers in the US, SWIFT/BIC codes and IBANs elsewhere. */
class LookUpInstitutionTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void tellsNameAndAddress() {
        assertThat(lookUp("aba", "021009006", "US")).hasStatus(200).wasAllowed().hasBody("""
                        {"found": true, "institution": {"name": "First Harbor Bank",
                          "address": {"address1": "400 Harbor Street", "locality": "Wilmington", "regionCode": "NC",
                            "postalCode": "28401", "countryCode": "US"},
                          "locator": "021009006", "locatorType": "abaRoutingNumber"}}
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "aba, 121007704, US, First Harbor Bank",
        "aba, 074006603, US, Prairie Savings Bank",
        "swift, HRBRGB2L, GB, Thames Clearing Bank plc",
        "swift, HRBRGB2LXXX, GB, Thames Clearing Bank plc",
        "swift, ELBEDEHH770, DE, Elbe Handelsbank AG",
        "iban, GB79HRBR60161331926819, GB, Thames Clearing Bank plc",
        "iban, DE91770900110532013000, DE, Elbe Handelsbank AG"
    })
    void findsWhatALocatorLeadsTo(String type, String locator, String country, String name) {
        assertThat(lookUp(type, locator, country))
                .has("/found", true)
                .has("/institution/name", name)
                .has("/institution/locator", locator)
                .lacks("/intermediaryInstitutions");
    }

    @ParameterizedTest
    @CsvSource({
        "aba, 031108803, US",
        "swift, NOWHFRPP, FR",
        "swift, ELBEDEHH999, DE",
        "iban, DE89370400440532013000, DE",
        "iban, FR1420041010050500013M02606, FR",
        "iban, ZZ0877090011053201, ZZ"
    })
    void saysSoIfThereIsNone(String type, String locator, String country) {
        assertThat(lookUp(type, locator, country)).hasStatus(200).hasBody("{\"found\":false}");
    }

    @Test
    void namesIntermediariesOnlyIfAsked() {
        Answer answer = get(bank, query("swift", "ELBEDEHH", "DE") + "&includeIntermediaryInstitutions=true")
                .bearer(token())
                .send();

        assertThat(answer.each("/intermediaryInstitutions", "name"))
                .containsExactly("First Harbor Bank", "Thames Clearing Bank plc");
        assertThat(answer.each("/intermediaryInstitutions", "locator")).containsExactly("021009006", "HRBRGB2L");
        assertThat(get(bank, query("swift", "ELBEDEHH", "DE") + "&includeIntermediaryInstitutions=false")
                        .bearer(token()))
                .lacks("/intermediaryInstitutions");
        assertThat(get(bank, query("aba", "021009006", "US") + "&includeIntermediaryInstitutions=true")
                        .bearer(token()))
                .lacks("/intermediaryInstitutions");
    }

    @ParameterizedTest
    @CsvSource({
        "aba, 021009007, US",
        "aba, 02100900, US",
        "aba, 0210090060, US",
        "aba, 02100900x, US",
        "aba, 120900600, US",
        "aba, ٠٢١٠٠٩٠٠٦, US",
        "aba, 021009006, GB",
        "swift, HRBRUS33, US",
        "iban, GB79HRBR60161331926819, US",
        "swift, HRBRGB2, GB",
        "swift, HRBRGB2LX, GB",
        "swift, hrbrgb2l, GB",
        "swift, HRBR1B2L, GB",
        "swift, HRBRGB2L, DE",
        "iban, GB78HRBR60161331926819, GB",
        "iban, GB29HRBR6016133192681, GB",
        "iban, GB94HRBR601613319268199, GB",
        "iban, gb79HRBR60161331926819, GB",
        "iban, GB79 HRBR 6016 1331 9268 19, GB",
        "iban, GB79HRBR60161331926819, DE",
        "iban, ZZ0977090011053201, ZZ",
        "iban, 021009006, GB",
        "aba, 021009006, us",
        "swift, HRBRGB2L, gb",
        "iban, GB79HRBR60161331926819, ++",
        "aba, '', US",
        "swift, '', GB",
        "iban, '', GB",
        "swift, GB79HRBR60161331926819, GB"
    })
    void refusesALocatorThatIsNone(String type, String locator, String country) {
        assertThat(lookUp(type, locator.replace(" ", "%20"), country))
                .hasStatus(422)
                .has("/type", "https://production.api.apiture.com/errors/invalidLocator/v1.0.0")
                .wasRefusedAt("rules", "invalid-locator");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?locator=021009006&locatorType=abaRoutingNumber",
                "?locator=021009006&countryCode=US",
                "?locatorType=abaRoutingNumber&countryCode=US",
                "?locator=021009006&locatorType=abaRoutingNumber&countryCode=",
                "?locator=021009006&locatorType=aba&countryCode=US",
                "?locator=021009006&locatorType=abaRoutingNumber&countryCode=USA",
                "?locator=0210090060210090060210090060210090060&locatorType=abaRoutingNumber&countryCode=US",
                "?locator=021009006&locatorType=abaRoutingNumber&countryCode=US&includeIntermediaryInstitutions=1"
            })
    void refusesAQueryThatIsNotWellFormed(String query) {
        assertThat(get(bank, "/banking/institutionByLocator" + query).bearer(token()))
                .hasStatus(400)
                .wasRefusedAt("input", DenialReason.INPUT_INVALID);
    }

    @Test
    void takesTheScopeOfOtherDataAndNoEntitlement() {
        assertThat(get(bank, query("aba", "021009006", "US"))
                        .bearer(bank.tokens().forClient("nell-batch")))
                .hasStatus(200);
        assertThat(get(bank, query("aba", "021009006", "US"))
                        .bearer(bank.tokens().forClient("ledger-reader")))
                .hasStatus(403)
                .wasRefused(DenialReason.SCOPE_MISSING);
    }

    private HttpCall lookUp(String type, String locator, String country) {
        return get(bank, query(type, locator, country)).bearer(token());
    }

    private String token() {
        return bank.tokens().forClient("branch-finder");
    }

    private static String query(String type, String locator, String country) {
        String whole = switch (type) {
            case "aba" -> "abaRoutingNumber";
            case "swift" -> "swiftBicCode";
            default -> "ibanAccountNumber";
        };
        return "/banking/institutionByLocator?locator=" + locator + "&locatorType=" + whole + "&countryCode=" + country;
    }
}
