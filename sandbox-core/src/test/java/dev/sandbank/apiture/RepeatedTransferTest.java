package dev.sandbank.apiture;

import static dev.sandbank.testing.ApitureSeed.RAINY_DAY;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A transfer that is repeated: each stays what it became, and the next is another. */
class RepeatedTransferTest {

    @AutoClose
    private final TransferDesk desk = TransferDesk.open();

    @Test
    void schedulesTheNextWhenOneIsMade() {
        String first = repeated("'frequency':'weekly','scheduledOn':'2031-03-03'");

        Answer next = desk.list("?scheduledOn=2031-03-10").send();

        assertThat(next)
                .has("/count", 1)
                .has("/items/0/state", "scheduled")
                .has("/items/0/schedule/frequency", "weekly")
                .has("/items/0/createdAt", "2031-03-03T09:00:00.000Z")
                .lacks("/items/0/processedAt");
        assertThat(next.text("/items/0/id")).isNotEqualTo(first);
        assertThat(desk.transfer(first)).has("/state", "processed").has("/schedule/scheduledOn", "2031-03-03");
    }

    @Test
    void comesToItsEndAfterSoMany() {
        repeated("'frequency':'daily','scheduledOn':'2031-03-04','count':3");

        desk.pass("P10D");

        assertThat(days("2031-03")).containsExactly("2031-03-04", "2031-03-05", "2031-03-06");
        assertThat(desk.balance(SAVER)).isEqualTo("1220.00");
    }

    @Test
    void comesToItsEndOnADay() {
        repeated("'frequency':'daily','scheduledOn':'2031-03-04','endsOn':'2031-03-05'");

        desk.pass("P10D");

        assertThat(days("2031-03")).containsExactly("2031-03-04", "2031-03-05");
    }

    @Test
    void comesToItsEndWhenALimitIsReached() {
        repeated("'frequency':'daily','scheduledOn':'2031-03-04','amountLimit':'25.00'");

        desk.pass("P10D");

        assertThat(days("2031-03")).containsExactly("2031-03-04", "2031-03-05");
        assertThat(desk.balance(SAVER)).isEqualTo("1230.00");
    }

    @Test
    void countsItsDaysFromTheFirst() {
        repeated("'frequency':'monthly','scheduledOn':'2031-03-31'");

        desk.pass("P125D");

        assertThat(days("2031-")).containsExactly("2031-03-31", "2031-04-30", "2031-05-31", "2031-06-30", "2031-07-31");
    }

    @Test
    void beginsAnewWhenItIsMoved() {
        repeated("'frequency':'monthly','scheduledOn':'2031-03-31'");
        desk.pass("P28D");
        String next = desk.list("?scheduledOn=2031-04-30").send().text("/items/0/id");

        assertThat(desk.patch(next, "{\"schedule\":{\"scheduledOn\":\"2031-04-10\"}}"))
                .hasStatus(200);
        desk.pass("P60D");

        assertThat(days("2031-")).containsExactly("2031-03-31", "2031-04-10", "2031-05-10", "2031-06-10");
    }

    @Test
    void goesOnAfterOneThatFailed() {
        repeated("'frequency':'daily','scheduledOn':'2031-03-04','count':3");
        desk.bank().user("ada").withdraw(SAVER, "transferFrom");
        desk.pass("P1D");
        assertThat(desk.list("?scheduledOn=2031-03-04")).has("/items/0/state", "failed");
        desk.bank().user("ada").entitle(SAVER, "transferFrom");

        desk.pass("P5D");

        assertThat(desk.balance(SAVER)).isEqualTo("1230.00");
    }

    @Test
    void waitsToBeToldTheAmountIfThatVaries() {
        repeated("'frequency':'weekly','recurrenceType':'variable','scheduledOn':'2031-03-04'");

        desk.pass("P30D");

        assertThat(desk.balance(SAVER)).isEqualTo("1240.00");
        assertThat(desk.transfer(newest()))
                .has("/state", "unscheduled")
                .has("/schedule/recurrenceType", "variable")
                .lacks("/schedule/scheduledOn");
    }

    @Test
    void waitsForADateIfItRecursWithoutRegularOnes() {
        repeated("'frequency':'occasional','scheduledOn':'2031-03-04'");
        desk.pass("P1D");
        String next = newest();
        assertThat(desk.transfer(next)).has("/state", "unscheduled");

        assertThat(desk.patch(next, "{\"schedule\":{\"scheduledOn\":\"2031-03-20\"}}"))
                .has("/state", "scheduled");
        desk.pass("P30D");

        assertThat(desk.transfer(next)).has("/state", "processed");
        assertThat(desk.balance(SAVER)).isEqualTo("1230.00");
    }

    @Test
    void skipsClosedDaysIfItIsDaily() {
        repeated("'frequency':'daily','scheduledOn':'2031-03-06','count':3");

        desk.pass("P10D");

        assertThat(days("2031-03")).containsExactly("2031-03-06", "2031-03-07", "2031-03-10");
    }

    @Test
    void isOverWhenTheNextIsDeleted() {
        repeated("'frequency':'daily','scheduledOn':'2031-03-04'");
        desk.pass("P1D");
        String next = desk.list("?scheduledOn=2031-03-05").send().text("/items/0/id");

        assertThat(desk.delete(next)).hasStatus(204);
        desk.pass("P5D");

        assertThat(days("2031-03")).containsExactly("2031-03-04");
    }

    private String repeated(String schedule) {
        String members = schedule.replace('\'', '"');
        return desk.created(TransferDesk.body("10.00", SAVER, RAINY_DAY, "{" + members + "}"));
    }

    private String newest() {
        List<String> all = desk.list("").send().each("/items", "id");
        return all.get(all.size() - 1);
    }

    private List<String> days(String start) {
        return desk.list("").send().at("/items").findValuesAsText("scheduledOn").stream()
                .filter(day -> day.startsWith(start))
                .toList();
    }
}
