package dev.sandbank.controls;

import static dev.sandbank.testing.ApitureSeed.SAVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankResource;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Entries that the bank looks after as time passes, added and changed by a test. */
class TimelyEntriesTest {

    @AutoClose
    private final Sandbank bank = Sandbank.builder()
            .fixtureText("bank: apiture\nextends: apiture\nclock: 2031-03-03T09:00:00Z")
            .start();

    @Test
    void areDoneByTheBankWhenTheirDayComes() {
        bank.add(
                "transfers",
                "{id: xfer-new, user: ada, amount: '10.00', sourceAccount: " + SAVER
                        + ", targetAccount: acct-9b22d7, schedule: {frequency: once, scheduledOn: 2031-03-05}}");
        SandbankResource transfer = bank.resource("transfers", "xfer-new");
        assertThat(transfer.get("/sandbank/dueAt")).isEqualTo("2031-03-05T00:00:00Z");

        transfer.set("/schedule/scheduledOn", "2031-03-10");
        bank.clock().advance(Duration.ofDays(4));
        assertThat(transfer.json()).doesNotContain("processed");

        bank.clock().advance(Duration.ofDays(4));
        assertThat(transfer.get("state")).isEqualTo("processed");
        assertThat(transfer.json()).doesNotContain("dueAt");
    }

    @Test
    void letWhatIsDueTodayHappenAtOnce() {
        bank.add(
                "transfers",
                "{id: xfer-now, user: ada, amount: '10.00', sourceAccount: " + SAVER
                        + ", targetAccount: acct-9b22d7, schedule: {frequency: once, scheduledOn: 2031-03-03}}");

        assertThat(bank.resource("transfers", "xfer-now").get("state")).isEqualTo("processed");
    }
}
