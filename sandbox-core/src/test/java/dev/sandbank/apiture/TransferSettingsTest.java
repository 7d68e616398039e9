package dev.sandbank.apiture;

import static dev.sandbank.apiture.TransferDesk.TODAY;
import static dev.sandbank.apiture.TransferDesk.TOMORROW;
import static dev.sandbank.apiture.TransferDesk.body;
import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.ApitureSeed.EXTERNAL;
import static dev.sandbank.testing.ApitureSeed.RAINY_DAY;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The switches of transfers: each does what it says, on the sandbox's clock. */
class TransferSettingsTest {

    private static final String INVALID = "https://production.api.apiture.com/errors/invalidTransferSchedule/v1.0.0";
    private static final String NO_FUNDS =
            "https://production.api.apiture.com/errors/insufficientFundsForTransfer/v1.0.0";

    @Test
    void cutOffTimeEndsTheDay() {
        try (TransferDesk desk = TransferDesk.with("cutOffTime: \"17:00\"")) {
            desk.pass("PT7H59M");
            assertThat(desk.create(ADA_BATCH, body("1.00", TODAY))).hasStatus(201);

            desk.pass("PT1M");

            assertThat(desk.create(ADA_BATCH, body("1.00", TODAY)))
                    .hasStatus(422)
                    .has("/type", INVALID);
            assertThat(desk.create(ADA_BATCH, body("1.00", TOMORROW))).hasStatus(201);
        }
    }

    @Test
    void timeZoneSaysWhichDayItIs() {
        try (TransferDesk desk = TransferDesk.with("timeZone: America/Los_Angeles, cutOffTime: \"17:00\"")) {
            assertThat(desk.create(ADA_BATCH, body("1.00", "2031-03-02"))).hasStatus(422);
            assertThat(desk.create(ADA_BATCH, body("1.00", TODAY))).hasStatus(201);

            desk.pass("PT16H");

            assertThat(desk.create(ADA_BATCH, body("1.00", TODAY)))
                    .hasStatus(422)
                    .has("/type", INVALID);
        }
        try (TransferDesk desk = TransferDesk.with("timeZone: America/Los_Angeles")) {
            desk.pass("PT-2H");
            assertThat(desk.create(ADA_BATCH, body("1.00", "2031-03-02"))).hasStatus(201);
        }
    }

    @Test
    void transferProcessingWaitsForTheCutOff() {
        try (TransferDesk desk = TransferDesk.with("transferProcessing: cutOff, cutOffTime: \"17:00\"")) {
            String id = desk.created(body("1.00", TODAY));
            assertThat(desk.transfer(id)).has("/state", "scheduled");
            assertThat(desk.delete(desk.created(body("2.00", TODAY)))).hasStatus(204);

            desk.pass("PT8H");

            assertThat(desk.transfer(id)).has("/state", "processed").has("/processedAt", "2031-03-03T17:00:00.000Z");
            assertThat(desk.balance(SAVER)).isEqualTo("1249.00");
        }
    }

    @Test
    void internalTransfersOnClosedDaysCanWait() {
        try (TransferDesk desk = TransferDesk.with("internalTransfersOnClosedDays: false")) {
            assertThat(desk.create(ADA_BATCH, body("1.00", "2031-03-08"))).has("/schedule/debitsOn", "2031-03-10");
        }
        try (TransferDesk desk = TransferDesk.open()) {
            assertThat(desk.create(ADA_BATCH, body("1.00", "2031-03-08"))).has("/schedule/debitsOn", "2031-03-08");
        }
    }

    @Test
    void externalTransferDaysAreBusinessDays() {
        try (TransferDesk desk = TransferDesk.with("externalTransferDays: 3, bankHolidays: [\"2031-03-05\"]")) {
            String transfer = body("1.00", SAVER, EXTERNAL, "{\"frequency\":\"once\",\"scheduledOn\":\"2031-03-04\"}");

            assertThat(desk.create(ADA_BATCH, transfer))
                    .has("/schedule/debitsOn", "2031-03-04")
                    .has("/schedule/creditsOn", "2031-03-10");
        }
    }

    @Test
    void scheduledOnCanBeTheDayOfTheCredit() {
        try (TransferDesk desk = TransferDesk.with("scheduledOnIs: credit, externalTransferDays: 2")) {
            assertThat(desk.create(ADA_BATCH, outside("2031-03-09")))
                    .has("/schedule/debitsOn", "2031-03-05")
                    .has("/schedule/creditsOn", "2031-03-07");
            Answer answer = desk.create(ADA_BATCH, outside("2031-03-10")).send();

            assertThat(answer).has("/schedule/debitsOn", "2031-03-06").has("/schedule/creditsOn", "2031-03-10");
            desk.pass("P2D");
            assertThat(desk.transfer(answer.text("/id"))).has("/state", "scheduled");
            desk.pass("P2D");
            assertThat(desk.transfer(answer.text("/id"))).has("/state", "processing");
            desk.pass("P3D");
            assertThat(desk.transfer(answer.text("/id"))).has("/state", "processed");
        }
    }

    @Test
    void aCreditThatWouldHaveToBeDebitedBeforeTodayIsTooSoon() {
        try (TransferDesk desk = TransferDesk.with("scheduledOnIs: credit, externalTransferDays: 2")) {
            assertThat(desk.create(ADA_BATCH, outside(TOMORROW))).hasStatus(422).has("/type", INVALID);
            assertThat(desk.create(ADA_BATCH, outside("2031-03-05"))).hasStatus(201);
        }
    }

    @Test
    void theFirstInstitutionsOwnClosuresAndCutOffTimesBindTransfers() {
        String institutions = "institutions: [{id: SANDBANK, closures: [{on: 2031-03-04}],"
                + " cutOffTimes: [{type: externalTransfer, time: \"10:00\"}]}, {id: HARBOR, closures: [{on: 2031-03-05}]}]";
        try (TransferDesk desk = TransferDesk.of(institutions)) {
            assertThat(desk.create(ADA_BATCH, outside(TODAY)))
                    .has("/schedule/debitsOn", TODAY)
                    .has("/schedule/creditsOn", "2031-03-05");
            desk.pass("PT1H");
            assertThat(desk.create(ADA_BATCH, outside(TODAY))).hasStatus(422).has("/type", INVALID);
            assertThat(desk.create(ADA_BATCH, body("1.00", TODAY))).hasStatus(201);
        }
    }

    private static String outside(String scheduledOn) {
        return body("1.00", SAVER, EXTERNAL, "{\"frequency\":\"once\",\"scheduledOn\":\"" + scheduledOn + "\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "sameDay, 2031-03-03, acct-9b22d7, 422",
        "sameDay, 2031-03-04, acct-9b22d7, 201",
        "sameDay, 2031-03-03, acct-85b3f1, 201",
        "always, 2031-03-04, acct-9b22d7, 422",
        "always, 2031-03-03, acct-85b3f1, 422",
        "never, 2031-03-03, acct-9b22d7, 201"
    })
    void fundsCheckSaysWhenTheMoneyMustBeThere(String when, String day, String target, int status) {
        try (TransferDesk desk = TransferDesk.with("fundsCheck: " + when)) {
            String transfer =
                    body("1250.01", SAVER, target, "{\"frequency\":\"once\",\"scheduledOn\":\"" + day + "\"}");

            assertThat(desk.create(ADA_BATCH, transfer)).hasStatus(status);
        }
    }

    @Test
    void fundsAreWhatIsAvailable() {
        try (TransferDesk desk = TransferDesk.open()) {
            String transfer = body(
                    "2317.33", "acct-7d1a40", RAINY_DAY, "{\"frequency\":\"once\",\"scheduledOn\":\"" + TODAY + "\"}");

            assertThat(desk.create(ADA_BATCH, transfer)).hasStatus(422).has("/type", NO_FUNDS);
        }
    }

    @Test
    void idempotencyKeysCanBeRemembered() {
        try (TransferDesk desk = TransferDesk.with("idempotencyKeys: replay")) {
            Answer first = keyed(desk, "key-1", "1.00").send();
            Answer again = keyed(desk, "key-1", "1.00").send();

            assertThat(again)
                    .hasStatus(201)
                    .hasHeader("Location", first.header("Location").orElseThrow());
            assertThat(again.text("/id")).isEqualTo(first.text("/id"));
            assertThat(desk.list("?scheduledOn=" + TOMORROW)).has("/count", 1);
            assertThat(keyed(desk, "key-1", "2.00"))
                    .hasStatus(422)
                    .has("/type", "https://production.api.apiture.com/errors/unprocessableEntity/v1.0.0");
            assertThat(keyed(desk, "key-2", "1.00")).hasStatus(201);
            assertThat(desk.list("?scheduledOn=" + TOMORROW)).has("/count", 2);
            assertThat(keyed(desk, "bad key", "1.00")).hasStatus(400);
        }
    }

    @Test
    void aKeyIsFreeAgainIfNothingWasMadeWithIt() {
        try (TransferDesk desk = TransferDesk.with("idempotencyKeys: replay, fundsCheck: always")) {
            assertThat(keyed(desk, "key-1", "9999.00")).hasStatus(422);

            assertThat(keyed(desk, "key-1", "1.00")).hasStatus(201);
        }
    }

    private static HttpCall keyed(TransferDesk desk, String key, String amount) {
        return desk.create(ADA_BATCH, body(amount, TOMORROW)).header("Idempotency-Key", key);
    }

    @Test
    void withoutAFundsCheckAnAccountIsOverdrawn() {
        try (TransferDesk desk = TransferDesk.with("fundsCheck: never")) {
            desk.created(body("1250.01", TODAY));

            assertThat(desk.balance(SAVER)).isEqualTo("-0.01");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'daily','scheduledOn':'2031-03-04','count':2,'endsOn':'2031-04-01'",
                "'daily','scheduledOn':'2031-03-04','endsOn':'2031-03-03'",
                "'daily','scheduledOn':'2031-03-04','amountLimit':'0.50'"
            })
    void aSeriesEndsOneWayAndNotBeforeItBegins(String schedule) {
        try (TransferDesk desk = TransferDesk.open()) {
            String text = "{\"frequency\":" + schedule.replace('\'', '"') + "}";

            assertThat(desk.create(ADA_BATCH, body("1.00", SAVER, RAINY_DAY, text)))
                    .hasStatus(422)
                    .has("/type", INVALID);
            assertThat(desk.create(ADA_BATCH, body("1.00", SAVER, RAINY_DAY, text.replace("daily", "once"))))
                    .hasStatus(201);
        }
    }
}
