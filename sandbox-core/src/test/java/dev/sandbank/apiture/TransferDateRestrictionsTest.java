package dev.sandbank.apiture;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The days on which no transfer can be made, told to applications that have a key. */
class TransferDateRestrictionsTest {

    private static final String PATH = "/banking/institutions/SANDBANK/transferDateRestrictions";
    private static final String KEY = "branch-widget-key-8Hq3";
    private static final String MONDAY_EVENING = """
            extends: apiture
            clock: "2031-02-24T23:00:00Z"
            settings: {timeZone: America/Chicago, cutOffTimes: [{type: ach, time: "15:45"}]}
            """;

    @AutoClose
    private final Sandbank bank = Sandbank.builder().fixtureText(MONDAY_EVENING).start();

    private HttpCall ask(String query) {
        return get(bank, PATH + query).header("API-Key", KEY);
    }

    private static List<String> reasons(Answer answer) {
        return answer.each("/restrictedDates", "reason");
    }

    @Test
    void areTooLateTooRiskyOrClosed() {
        assertThat(ask("?type=achCredit&risk=early&endsOn=2031-03-02"))
                .hasStatus(200)
                .hasBody("""
                {"restrictedDates": [{"occursOn": "2031-02-24", "reason": "pastCutoffTime"},
                  {"occursOn": "2031-02-25", "reason": "riskRestricted"}, {"occursOn": "2031-02-26", "reason": "riskRestricted"},
                  {"occursOn": "2031-02-27", "reason": "riskRestricted"},
                  {"occursOn": "2031-03-01", "reason": "closure", "debitOn": "2031-02-26"},
                  {"occursOn": "2031-03-02", "reason": "closure", "debitOn": "2031-02-26"}],
                 "accuracyEndsOn": "2033-12-31"}""");
    }

    @Test
    void tellWhenMoneyIsGivenInstead() {
        assertThat(ask("?type=achDebit&startsOn=2031-07-04&endsOn=2031-07-06"))
                .has("/restrictedDates/0/reason", "holiday")
                .has("/restrictedDates/0/creditOn", "2031-07-07")
                .lacks("/restrictedDates/0/debitOn")
                .has("/restrictedDates/1/reason", "closure");
        assertThat(ask("?startsOn=2031-07-04&endsOn=2031-07-05"))
                .has("/restrictedDates/0/reason", "holiday")
                .lacks("/restrictedDates/0/creditOn");
    }

    @Test
    void areThoseOfTheInstitution() {
        bank.resource("institutions", "SANDBANK")
                .set("closures", List.of(Map.of("on", "2031-03-05", "reason", "other")));
        bank.resource("institutions", "SANDBANK").set("accuracyEndsOn", "2032-06-30");

        assertThat(ask("?startsOn=2031-03-04&endsOn=2031-03-06"))
                .hasBody("{\"restrictedDates\": [{\"occursOn\": \"2031-03-05\", \"reason\": \"other\"}],"
                        + " \"accuracyEndsOn\": \"2032-06-30\"}");
    }

    @Test
    void areForAYearAndFiveHundredAtMost() {
        assertThat(reasons(ask("").send())).hasSizeBetween(110, 125);
        assertThat(reasons(ask("?endsOn=2035-02-24").send())).hasSizeBetween(420, 500);
    }

    @ParameterizedTest
    @CsvSource({
        "?startsOn=2031-02-23, 422, invalid-restriction-date-range",
        "?endsOn=2031-02-24, 422, invalid-restriction-date-range",
        "?endsOn=2035-02-25, 422, restriction-date-range-too-large",
        "?startsOn=soon, 400, input-invalid",
        "?type=wire, 400, input-invalid",
        "?risk=late, 400, input-invalid"
    })
    void areAskedForARangeToCome(String query, int status, String why) {
        assertThat(ask(query)).hasStatus(status).wasRefused(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "BRANCH-WIDGET-KEY-8HQ3", "old-widget-key-5Vt1"})
    void areToldToNobodyWithoutAGoodKey(String key) {
        HttpCall call = get(bank, PATH).bearer(bank.tokens().forClient("branch-finder"));

        assertThat(key.isEmpty() ? call : call.header("API-Key", key))
                .hasStatus(401)
                .has("/type", "https://production.api.apiture.com/errors/unauthorized/v1.0.0")
                .hasHeader("WWW-Authenticate", "ApiKey realm=\"banking\", header=\"API-Key\"");
    }

    @Test
    void areToldToOneKeyAtATime() {
        assertThat(ask("").header("API-Key", KEY)).hasStatus(401).wasRefused("token-malformed");
        assertThat(ask("").bearer("no token at all")).hasStatus(200);
    }

    @Test
    void areToldOfTheKeysOwnInstitutions() {
        HttpCall other = get(bank, PATH).header("API-Key", "other-widget-key-2Pz7");

        assertThat(other).hasStatus(403).wasRefused("application-not-allowed");
        assertThat(get(bank, PATH.replace("SANDBANK", "HARBOR")).header("API-Key", "other-widget-key-2Pz7"))
                .hasStatus(200);
        assertThat(get(bank, PATH.replace("SANDBANK", "NOWHERE")).header("API-Key", KEY))
                .hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /banking/accounts",
        "GET, /banking/institutions/SANDBANK/cutoffTimes",
        "POST, /banking/institutions/SANDBANK/transferDateRestrictions",
        "GET, /banking/nowhere"
    })
    void areAllThatAKeyOpens(String method, String path) {
        assertThat(call(bank, method, path).header("API-Key", KEY))
                .hasStatus(401)
                .wasRefused("token-missing");
        assertThat(call(bank, method, path).bearer(KEY)).hasStatus(401);
    }

    @Test
    void areReadAndNotWritten() {
        assertThat(call(bank, "POST", PATH).bearer(bank.tokens().forClient("branch-finder")))
                .hasStatus(405)
                .hasHeader("Allow", "GET, HEAD");
    }

    @Test
    void nameTheApplicationInTheJournal() {
        ask("").send();

        assertThat(bank.journal().lastCall().decision().client()).isEqualTo("branch-widget");
        assertThat(bank.journal().lastCall().toString()).doesNotContain(KEY);
    }

    @Test
    void areExportedWithTheirKeys() {
        try (Sandbank again = Sandbank.builder().fixtureText(bank.export()).start()) {
            assertThat(get(again, PATH).header("API-Key", KEY)).hasStatus(200);
            assertThat(get(again, PATH).header("API-Key", "other-widget-key-2Pz7"))
                    .hasStatus(403);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{id: back-office, key: k-12345678}                                       | apiKeys[0].id: found the id of a client",
                "{id: one, key: branch-widget-key-8Hq3}                                   | apiKeys[0].key: found it twice",
                "{id: one, key: short}                                                    | apiKeys[0].key",
                "{id: one, key: k-12345678, institutions: [NOWHERE]}                      | apiKeys[0].institutions[0]"
            })
    void needKeysThatStandForOneApplication(String key, String told) {
        assertThat(catchThrowable(() -> Sandbank.builder()
                        .fixtureText("{extends: apiture, apiKeys: [" + key + "]}")
                        .start()
                        .close()))
                .hasMessageContaining(told)
                .hasMessageNotContaining("branch-widget-key-8Hq3");
    }
}
