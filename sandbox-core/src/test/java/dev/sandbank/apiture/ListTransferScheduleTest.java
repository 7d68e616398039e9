package dev.sandbank.apiture;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code listTransferSchedule}: the dates of a series, and the days on which the bank acts on them. */
class ListTransferScheduleTest {

    @AutoClose
    private final TransferDesk desk = TransferDesk.open();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "once | 2031-03-05 | 2031-03-05",
                "occasional | 2031-03-05 | 2031-03-05",
                "daily | 2031-03-05 | 2031-03-05 2031-03-06 2031-03-07",
                "weekly | 2031-03-05 | 2031-03-05 2031-03-12 2031-03-19",
                "biweekly | 2031-03-05 | 2031-03-05 2031-03-19 2031-04-02",
                "semimonthly | 2031-03-05 | 2031-03-05 2031-03-20 2031-04-05",
                "semimonthly | 2031-01-15 | 2031-01-15 2031-01-30 2031-02-15",
                "semimonthly | 2031-02-14 | 2031-02-14 2031-02-28 2031-03-14",
                "semimonthly | 2031-03-20 | 2031-03-20 2031-04-05 2031-04-20",
                "monthly | 2031-01-31 | 2031-01-31 2031-02-28 2031-03-31",
                "daily | 2031-03-07 | 2031-03-07 2031-03-10 2031-03-11", // a weekend in between
                "daily | 2031-03-08 | 2031-03-10 2031-03-11 2031-03-12",
                "monthlyFirstDay | 2031-03-05 | 2031-04-01 2031-05-01 2031-06-02", // the first of June is a Sunday
                "monthlyFirstDay | 2031-03-03 | 2031-03-03 2031-04-01 2031-05-01", // the first of March is a Saturday
                "monthlyLastDay | 2031-01-05 | 2031-01-31 2031-02-28 2031-03-31",
                "monthlyLastDay | 2031-05-31 | 2031-06-30 2031-07-31 2031-08-29", // the last business day was the 30th
                "bimonthly | 2031-03-05 | 2031-03-05 2031-05-05 2031-07-05",
                "quarterly | 2031-03-05 | 2031-03-05 2031-06-05 2031-09-05",
                "semiyearly | 2031-03-05 | 2031-03-05 2031-09-05 2032-03-05",
                "yearly | 2032-02-29 | 2032-02-29 2033-02-28 2034-02-28"
            })
    void hasTheDatesOfItsFrequency(String frequency, String start, String dates) {
        Answer answer = schedule(start, "debit", frequency + "&count=3").send();

        assertThat(String.join(" ", answer.each("/items", "scheduledOn"))).isEqualTo(dates);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2031-03-08 | debit | 2031-03-10", // a Saturday
                "2031-03-09 | debit | 2031-03-10",
                "2031-03-09 | both | 2031-03-10",
                "2031-03-09 | credit | 2031-03-07",
                "2031-01-01 | debit | 2031-01-02", // New Year's Day
                "2031-01-20 | debit | 2031-01-21", // third Monday of January
                "2031-02-17 | credit | 2031-02-14", // third Monday of February, and the weekend before
                "2031-05-26 | debit | 2031-05-27", // last Monday of May
                "2031-06-19 | debit | 2031-06-20",
                "2031-07-04 | debit | 2031-07-07", // a Friday
                "2031-09-01 | debit | 2031-09-02", // first Monday of September
                "2031-10-13 | debit | 2031-10-14", // second Monday of October
                "2031-11-11 | debit | 2031-11-12",
                "2031-11-27 | debit | 2031-11-28", // fourth Thursday of November
                "2031-12-25 | credit | 2031-12-24",
                "2032-07-05 | debit | 2032-07-06", // the fourth is a Sunday
                "2026-07-03 | debit | 2026-07-03", // the fourth is a Saturday, and not moved
                "2031-03-05 | debit | 2031-03-05"
            })
    void movesClosedDaysLaterForDebitsAndEarlierForCredits(String day, String direction, String effective) {
        assertThat(schedule(day, direction, "once"))
                .hasStatus(200)
                .has("/items/0/scheduledOn", day)
                .has("/items/0/effectiveOn", effective);
    }

    @Test
    void hasSixDatesUnlessAskedForMoreOrCutShort() {
        assertThat(schedule("2031-03-05", "debit", "weekly").send().at("/items"))
                .hasSize(6);
        assertThat(schedule("2031-03-05", "debit", "weekly&count=12").send().at("/items"))
                .hasSize(12);
        assertThat(schedule("2031-03-05", "debit", "weekly&endsOn=2031-03-19")
                        .send()
                        .at("/items"))
                .hasSize(3);
    }

    @Test
    void knowsTheInstitutionsOwnClosedDays() {
        try (TransferDesk other = TransferDesk.with("bankHolidays: [\"2031-03-05\"], federalHolidays: false")) {
            assertThat(schedule(other, "2031-03-05", "debit", "once")).has("/items/0/effectiveOn", "2031-03-06");
            assertThat(schedule(other, "2031-12-25", "debit", "once")).has("/items/0/effectiveOn", "2031-12-25");
        }
    }

    @Test
    void endsBeforeTheCalendarDoes() {
        assertThat(schedule("9999-12-31", "debit", "yearly").send().at("/items"))
                .hasSize(1);
    }

    @Test
    void refusesAnEndBeforeTheStart() {
        assertThat(schedule("2031-03-05", "debit", "weekly&endsOn=2031-03-04"))
                .hasStatus(422)
                .has("/type", "https://production.api.apiture.com/errors/unprocessableEntity/v1.0.0")
                .wasRefusedAt("rules", "unprocessable-entity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "direction=debit&frequency=daily",
                "startsOn=2031-03-05&frequency=daily",
                "startsOn=2031-03-05&direction=debit",
                "startsOn=2031-02-30&direction=debit&frequency=daily",
                "startsOn=2031-3-5&direction=debit&frequency=daily",
                "startsOn=2031-03-05&direction=up&frequency=daily",
                "startsOn=2031-03-05&direction=debit&frequency=hourly",
                "startsOn=2031-03-05&direction=debit&frequency=daily&count=0",
                "startsOn=2031-03-05&direction=debit&frequency=daily&count=13"
            })
    void refusesAQueryThatIsNotWellFormed(String query) {
        assertThat(desk.as("branch-finder", "GET", "/institutions/SANDBANK/transferSchedule?" + query))
                .hasStatus(400)
                .wasRefusedAt("input", DenialReason.INPUT_INVALID);
    }

    @Test
    void isNotToldOfAnInstitutionThatIsNotThere() {
        assertThat(desk.as(
                        "branch-finder",
                        "GET",
                        "/institutions/NOWHERE/transferSchedule?startsOn=2031-03-05&direction=debit&frequency=daily"))
                .hasStatus(404);
    }

    private HttpCall schedule(String start, String direction, String frequency) {
        return schedule(desk, start, direction, frequency);
    }

    private static HttpCall schedule(TransferDesk desk, String start, String direction, String frequency) {
        return desk.as(
                "branch-finder",
                "GET",
                "/institutions/SANDBANK/transferSchedule?startsOn=" + start + "&direction=" + direction + "&frequency="
                        + frequency);
    }
}
