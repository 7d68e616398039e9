package dev.sandbank.apiture;

import static dev.sandbank.apiture.TransferDesk.TODAY;
import static dev.sandbank.apiture.TransferDesk.TOMORROW;
import static dev.sandbank.apiture.TransferDesk.body;
import static dev.sandbank.testing.ApitureSeed.ADA;
import static dev.sandbank.testing.ApitureSeed.EVERYDAY;
import static dev.sandbank.testing.ApitureSeed.EXTERNAL;
import static dev.sandbank.testing.ApitureSeed.RAINY_DAY;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Money moves on the day that a transfer is due, whenever somebody looks. */
class SettlementTest {

    private static final String ONCE_TODAY = "{\"frequency\":\"once\",\"scheduledOn\":\"" + TODAY + "\"}";

    @AutoClose
    private final TransferDesk desk = TransferDesk.open();

    @Test
    void debitsAndCreditsAtOnceWhatIsDueToday() {
        String id = desk.created(body("120.00", TODAY));

        assertThat(desk.transfer(id))
                .has("/state", "processed")
                .has("/processedAt", "2031-03-03T09:00:00.000Z")
                .has("/updatedAt", "2031-03-03T09:00:00.000Z");
        assertThat(desk.balance(SAVER)).isEqualTo("1130.00");
        assertThat(desk.balance(RAINY_DAY)).isEqualTo("430.75");
    }

    @Test
    void writesBothSidesDown() {
        desk.created(body("120.00", TODAY).replaceFirst("\\{", "{\"memo\":\"rent share\","));

        JsonNode debit = desk.transactions(SAVER).get(0);
        JsonNode credit = desk.transactions(RAINY_DAY).get(0);

        assertThat(debit.path("amount").asText()).isEqualTo("-120.00");
        assertThat(debit.path("type").asText()).isEqualTo("debit");
        assertThat(debit.path("occurredOn").asText()).isEqualTo(TODAY);
        assertThat(debit.path("memo").asText()).isEqualTo("rent share");
        assertThat(debit.path("description").asText()).isEqualTo("Transfer to Saver *1188");
        assertThat(debit.path("balance").asText()).isEqualTo("1130.00");
        assertThat(debit.path("posted").asBoolean()).isTrue();
        assertThat(credit.path("amount").asText()).isEqualTo("120.00");
        assertThat(credit.path("description").asText()).isEqualTo("Transfer from Saver *4410");
    }

    @Test
    void lowersTheAvailableBalanceWithTheCurrentOne() {
        desk.created(body("100.00", EVERYDAY, SAVER, ONCE_TODAY));

        assertThat(desk.as("back-office", "GET", "/accountBalances?accounts=" + EVERYDAY))
                .has("/items/0/current", "2317.32")
                .has("/items/0/available", "2217.32")
                .has("/items/0/updatedAt", "2031-03-03T09:00:00.000Z");
    }

    @Test
    void waitsForTheDay() {
        String id = desk.created(body("120.00", TOMORROW));
        desk.pass("PT14H59M");
        assertThat(desk.transfer(id)).has("/state", "scheduled");
        assertThat(desk.balance(SAVER)).isEqualTo("1250.00");

        desk.pass("PT1M");

        assertThat(desk.transfer(id)).has("/state", "processed").has("/processedAt", "2031-03-04T00:00:00.000Z");
        assertThat(desk.balance(SAVER)).isEqualTo("1130.00");
    }

    @Test
    void isDatedWhenItWasDueHoweverLateSomebodyLooks() {
        String id = desk.created(body("120.00", TOMORROW));

        desk.pass("P90D");

        assertThat(desk.transfer(id))
                .has("/processedAt", "2031-03-04T00:00:00.000Z")
                .has("/updatedAt", "2031-03-04T00:00:00.000Z");
        assertThat(desk.transactions(SAVER).get(0).path("occurredOn").asText()).isEqualTo(TOMORROW);
    }

    @Test
    void takesBusinessDaysToAnotherInstitution() {
        String id =
                desk.created(body("20.00", SAVER, EXTERNAL, "{\"frequency\":\"once\",\"scheduledOn\":\"2031-03-08\"}"));

        assertThat(desk.transfer(id)).has("/schedule/debitsOn", "2031-03-10").has("/schedule/creditsOn", "2031-03-11");
        desk.pass("P7D");
        assertThat(desk.transfer(id)).has("/state", "processing").lacks("/processedAt");
        assertThat(desk.balance(SAVER)).isEqualTo("1230.00");
        desk.pass("P1D");
        assertThat(desk.transfer(id)).has("/state", "processed").has("/processedAt", "2031-03-11T00:00:00.000Z");
    }

    @Test
    void creditsFromAnotherInstitutionWhenTheMoneyIsHere() {
        desk.created(body("20.00", EXTERNAL, SAVER, ONCE_TODAY));

        assertThat(desk.balance(SAVER)).isEqualTo("1250.00");
        desk.pass("P1D");
        assertThat(desk.balance(SAVER)).isEqualTo("1270.00");
    }

    @Test
    void failsIfTheMoneyIsGoneByThen() {
        String first = desk.created(body("1000.00", TOMORROW));
        String second = desk.created(body("1000.00", TOMORROW));

        desk.pass("P1D");

        assertThat(desk.transfer(first)).has("/state", "processed");
        assertThat(desk.transfer(second)).has("/state", "failed").lacks("/processedAt");
        assertThat(desk.balance(SAVER)).isEqualTo("250.00");
    }

    @Test
    void failsIfTheCustomerMayNoLonger() {
        String id = desk.created(body("10.00", TOMORROW));
        desk.bank().user(ADA).withdraw(RAINY_DAY, "transferTo");

        desk.pass("P1D");

        assertThat(desk.transfer(id)).has("/state", "failed");
        assertThat(desk.balance(SAVER)).isEqualTo("1250.00");
    }

    @Test
    void failsIfTheCustomerIsBlockedByThen() {
        String id = desk.created(body("10.00", TOMORROW));
        desk.bank().user(ADA).block();

        desk.pass("P1D");
        assertThat(desk.balance(SAVER)).isEqualTo("1250.00");

        desk.bank().user(ADA).unblock();
        assertThat(desk.transfer(id)).has("/state", "failed");
    }

    @Test
    void isDoneThoughThePermissionIsWithdrawnLater() {
        String id = desk.created(body("10.00", TOMORROW));

        desk.pass("P2D");
        desk.bank().user(ADA).withdraw(RAINY_DAY, "transferTo");

        assertThat(desk.transfer(id)).has("/state", "processed");
    }

    @Test
    void makesWhatAFixtureHasScheduledForDaysPast() {
        String members = """
                transfers:
                  - {id: xfer-late, user: ada, amount: "5.00", sourceAccount: acct-4f81c0, targetAccount: acct-9b22d7,
                     schedule: {frequency: once, scheduledOn: "2031-03-01"}}
                  - {id: xfer-made, user: ada, amount: "5.00", sourceAccount: acct-4f81c0, targetAccount: acct-9b22d7,
                     state: processed, processedAt: 2031-03-01T05:00:00Z, schedule: {frequency: once}}
                  - {id: xfer-under, user: ada, amount: "6.00", sourceAccount: acct-85b3f1, targetAccount: acct-9b22d7,
                     state: processing, schedule: {frequency: once, scheduledOn: "2031-03-03"}}
                """;

        try (TransferDesk other = TransferDesk.of(members)) {
            assertThat(other.transfer("xfer-late"))
                    .has("/state", "processed")
                    .has("/processedAt", "2031-03-03T09:00:00.000Z");
            assertThat(other.transfer("xfer-made")).has("/processedAt", "2031-03-01T05:00:00.000Z");
            assertThat(other.transfer("xfer-under")).has("/state", "processing");
            other.pass("P1D");
            assertThat(other.transfer("xfer-under")).has("/state", "processed");
            assertThat(other.balance(RAINY_DAY)).isEqualTo("321.75");
        }
    }

    @Test
    void isForgottenOnReset() {
        desk.created(body("120.00", TOMORROW));
        desk.pass("P1D");
        assertThat(desk.balance(SAVER)).isEqualTo("1130.00");

        desk.bank().reset();
        desk.pass("P1D");

        assertThat(desk.balance(SAVER)).isEqualTo("1250.00");
    }
}
