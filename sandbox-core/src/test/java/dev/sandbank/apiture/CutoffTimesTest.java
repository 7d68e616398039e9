package dev.sandbank.apiture;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when payments are processed, in the zone that is asked for. */
class CutoffTimesTest {

    private static final String CHICAGO = """
            extends: apiture
            clock: "2031-03-03T18:00:00Z"
            settings:
              timeZone: America/Chicago
              cutOffTime: "21:00"
              cutOffTimes: [{type: billPay, time: "14:00"}, {type: ach, time: "15:45"}, {type: ach, time: "12:30"}]
            institutions: [{id: SANDBANK}, {id: HARBOR, cutOffTimes: [{type: sameDayAch, time: "23:30"}]}]
            """;

    @AutoClose
    private final Sandbank bank = Sandbank.builder().fixtureText(CHICAGO).start();

    private HttpCall ask(String institution, String query) {
        return get(bank, "/banking/institutions/" + institution + "/cutoffTimes" + query)
                .bearer(bank.tokens().forClient("branch-finder"));
    }

    @Test
    void comeByKindAndTimeInTheInstitutionsOwnZone() {
        assertThat(ask("SANDBANK", "")).hasBody("""
                {"timeZoneId": "America/Chicago", "items": [
                  {"type": "ach", "time": "12:30"}, {"type": "ach", "time": "15:45"},
                  {"type": "internalTransfer", "time": "21:00"}, {"type": "billPay", "time": "14:00"}]}""");
    }

    @Test
    void areConvertedAndGoRoundMidnight() {
        assertThat(ask("HARBOR", "?timeZoneId=America/New_York")).hasBody("""
                {"timeZoneId": "America/New_York", "items": [
                  {"type": "sameDayAch", "time": "00:30"}, {"type": "internalTransfer", "time": "22:00"}]}""");
    }

    @Test
    void areInTheZoneOfNewYorkForAnInstitutionElsewhere() {
        try (Sandbank elsewhere = Sandbank.start("apiture")) {
            assertThat(get(elsewhere, "/banking/institutions/HARBOR/cutoffTimes")
                            .bearer(elsewhere.tokens().forClient("branch-finder")))
                    .hasBody("{\"timeZoneId\": \"America/New_York\", \"items\": []}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SANDBANK, ?timeZoneId=Europe/Paris, 400",
        "SANDBANK, ?timeZoneId=America/Nowhere, 422",
        "NOWHERE, '', 404",
        "x, '', 400"
    })
    void areNotToldForWhatIsNotThere(String institution, String query, int status) {
        assertThat(ask(institution, query)).hasStatus(status);
    }

    @Test
    void haveATagForEachZone() {
        Answer here = ask("SANDBANK", "").send();
        String tag = here.header("ETag").orElseThrow();

        assertThat(ask("SANDBANK", "").header("If-None-Match", tag)).hasStatus(304);
        assertThat(ask("SANDBANK", "?timeZoneId=America/New_York").header("If-None-Match", tag))
                .hasStatus(200);
        assertThat(ask("SANDBANK", "").header("If-Match", "\"other\""))
                .hasStatus(412)
                .has("/type", "https://production.api.apiture.com/errors/preconditionFailed/v1.0.0");
    }

    @Test
    void areTheSameThatTransfersAreHeldTo() {
        String transfer = """
                {"amount": "5.00", "sourceAccount": {"id": "acct-7d1a40"}, "targetAccount": {"id": "acct-85b3f1"},
                 "schedule": {"frequency": "once", "scheduledOn": "2031-03-03"}}""";
        try (Sandbank early = Sandbank.builder()
                .fixtureText(CHICAGO.replace(
                        "cutOffTimes: [{", "cutOffTimes: [{type: externalTransfer, time: \"11:59\"}, {"))
                .start()) {
            assertThat(HttpCall.post(early, "/banking/transfers")
                            .bearer(early.tokens().forClient("ada-batch"))
                            .json(transfer))
                    .hasStatus(422)
                    .wasRefused("invalid-transfer-schedule");
        }
        assertThat(HttpCall.post(bank, "/banking/transfers")
                        .bearer(bank.tokens().forClient("ada-batch"))
                        .json(transfer))
                .hasStatus(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{type: internalTransfer, time: \"21:00\"}] | cutOffTimes[0].type",
                "[{type: ach, time: \"24:00\"}]              | cutOffTimes[0].time",
                "[{type: ach}]                               | cutOffTimes[0].time",
                "ach                                         | cutOffTimes"
            })
    void areAListOfKindsAndTimes(String said, String place) {
        assertThat(catchThrowable(() -> Sandbank.builder()
                        .fixtureText("{extends: apiture, settings: {cutOffTimes: " + said + "}}")
                        .start()
                        .close()))
                .hasMessageContaining("settings." + place);
    }
}
