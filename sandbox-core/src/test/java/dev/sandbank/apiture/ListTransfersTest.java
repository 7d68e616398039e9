package dev.sandbank.apiture;

import static dev.sandbank.testing.ApitureSeed.BOB_BATCH;
import static dev.sandbank.testing.ApitureSeed.NELL_BATCH;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.testing.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code listTransfers}: those of the caller, by their days and by whether they are made. */
class ListTransfersTest {

    @AutoClose
    private final TransferDesk desk = TransferDesk.open();

    @Test
    void areThoseOfTheCaller() {
        assertThat(desk.list("").send().each("/items", "id"))
                .containsExactly("xfer-savings", "xfer-someday", "xfer-approval", "xfer-paid", "xfer-bounced");
        assertThat(desk.as(BOB_BATCH, "GET", "/transfers").send().each("/items", "id"))
                .containsExactly("xfer-operating");
        assertThat(desk.as(NELL_BATCH, "GET", "/transfers")).has("/count", 0).has("/limit", 100);
        assertThat(desk.as("back-office", "GET", "/transfers")).has("/count", 6);
    }

    @Test
    void ofOthersDoNotExist() {
        assertThat(desk.as(BOB_BATCH, "GET", "/transfers/xfer-savings"))
                .hasStatus(404)
                .wasRefusedAt("resource", DenialReason.RESOURCE_UNKNOWN);
        assertThat(desk.as(BOB_BATCH, "DELETE", "/transfers/xfer-savings")).hasStatus(404);
        assertThat(desk.as(BOB_BATCH, "PATCH", "/transfers/xfer-savings").json("{\"memo\":\"mine\"}"))
                .hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "historical=true | xfer-paid",
                "historical=false | xfer-savings xfer-someday xfer-approval",
                "scheduledOn=2099-01-15 | xfer-savings",
                "scheduledOn=[2099-01-15,2099-02-02] | xfer-savings xfer-approval",
                "scheduledOn=(2099-01-15,2099-02-02] | xfer-approval",
                "scheduledOn=[2099-01-15,2099-02-02) | xfer-savings",
                "scheduledOn=[,2026-12-31] | xfer-paid xfer-bounced",
                "creditsOn=[2099-02-03,] | xfer-approval",
                "debitsOn=2026-01-05&historical=true | xfer-paid",
                "scheduledOn=2030-01-01 | ''"
            })
    void areFiltered(String query, String ids) {
        Answer answer = desk.list("?" + query).send();

        assertThat(String.join(" ", answer.each("/items", "id"))).isEqualTo(ids);
        assertThat(answer).has("/count", ids.isEmpty() ? 0 : ids.split(" ", -1).length);
    }

    @Test
    void comeInPagesThatKeepTheFilter() {
        Answer first = desk.list("?historical=false&limit=2").send();
        assertThat(first.each("/items", "id")).containsExactly("xfer-savings", "xfer-someday");
        assertThat(first).has("/count", 3).has("/limit", 2);

        String next = first.text("/nextPage_url");
        Answer second = desk.list(next.substring(next.indexOf('?'))).send();

        assertThat(second.each("/items", "id")).containsExactly("xfer-approval");
        assertThat(second).lacks("/nextPage_url").has("/count", 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scheduledOn=2099",
                "debitsOn=[,]",
                "creditsOn=[2099-01-01]",
                "historical=yes",
                "limit=1001",
                "start=x"
            })
    void refuseAQueryThatIsNotWellFormed(String query) {
        assertThat(desk.list("?" + query)).hasStatus(400);
    }

    @Test
    void refuseARangeThatEndsBeforeItBegins() {
        assertThat(desk.list("?debitsOn=[2099-02-01,2099-01-01]"))
                .hasStatus(422)
                .has("/type", "https://production.api.apiture.com/errors/unprocessableEntity/v1.0.0");
    }
}
