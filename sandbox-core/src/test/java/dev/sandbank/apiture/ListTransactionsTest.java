package dev.sandbank.apiture;

import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.ApitureSeed.BOB_BATCH;
import static dev.sandbank.testing.ApitureSeed.EVERYDAY;
import static dev.sandbank.testing.ApitureSeed.HOUSEHOLD;
import static dev.sandbank.testing.ApitureSeed.NOBODYS;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code listTransactions}: the history of an account, newest first, to whom may view it. */
class ListTransactionsTest {

    @AutoClose
    private final Sandbank bank = Sandbank.builder().fixtureText("""
            bank: apiture
            extends: apiture
            clock: 2031-03-03T09:00:00Z
            """).start();

    private final History history = new History(bank);

    @Test
    void goesFromThirtyDaysAgoToTodayNewestFirst() {
        Answer answer = history.everyday("").send();

        assertThat(answer)
                .hasStatus(200)
                .wasAllowed()
                .has("/limit", 100)
                .has("/start", "")
                .lacks("/nextPage_url");
        assertThat(answer.each("/items", "id")).containsExactly(ids("09 08 07 06 05 04 03"));
        assertThat(answer.each("/items", "occurredOn"))
                .containsExactly(
                        "2031-03-03",
                        "2031-03-01",
                        "2031-02-26",
                        "2031-02-22",
                        "2031-02-17",
                        "2031-02-10",
                        "2031-02-01");
    }

    @Test
    void reckonsTheBalanceBackOverWhatIsPosted() {
        Answer answer = history.everyday("").send();

        assertThat(answer.each("/items", "balance"))
                .containsExactly("", "2417.32", "2440.65", "1940.65", "2060.65", "2145.65", "2209.85");
        assertThat(answer.each("/items", "posted"))
                .containsExactly("false", "true", "true", "true", "true", "true", "");
        assertThat(answer)
                .has("/items/6/type", "balance")
                .has("/items/6/subtype", "other")
                .has("/items/6/amount", "0.00");
    }

    @Test
    void tellsAllThatItKnowsOfATransaction() {
        Answer answer = history.everyday("?checkNumber=1001").send();

        assertThat(answer.at("/items").toString()).isEqualTo(Answer.parse("""
                        [{"id": "txn-7d1a40-05", "type": "debit", "subtype": "check", "occurredOn": "2031-02-17",
                          "amount": "-85.00", "posted": true, "balance": "2060.65", "description": "Check 1001",
                          "memo": "piano lessons",
                          "check": {"number": 1001, "imageFront_url": "https://images.example.test/1001-front.png",
                            "imageBack_url": "https://images.example.test/1001-back.png"}}]
                        """).toString());
        assertThat(history.everyday("?amount=23.33"))
                .has("/items/0/category/label", "Groceries")
                .has("/items/0/merchant/name", "Corner Grocer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            nullValues = "-",
            value = {
                "occurredOn=2031-02-26 07",
                "occurredOn=[2031-02-10,2031-02-17] 05,04",
                "occurredOn=(2031-02-10,2031-02-17] 05",
                "occurredOn=%5B2031-02-10,2031-02-17) 04",
                "occurredOn=(2031-02-10,2031-02-17) -",
                "occurredOn=[2030-12-31,] 01",
                "occurredOn=[2031-01-01,] 02",
                "occurredOn=[,2031-02-10) 03,02",
                "occurredOn=[2030-12-31,2031-03-03] 09,08,07,06,05,04,03,02,01",
                "createdOn=2031-01-31 02",
                "postedOn=[2031-02-28,2031-03-03] 08",
                "posted=true 08,07,06,05,04",
                "posted=false 09",
                "type=debit 09,08,06,05,04",
                "type=credit 07",
                "type=balance 03",
                "type=balance%7Ccredit 07,03",
                "type=balance&posted=true -",
                "subtype=check 06,05",
                "subtype=other%7Ccheck 09,08,07,06,05,04,03",
                "category=Groceries 08,04",
                "category=Wages%7CRent -",
                "category=Rent%7CGroceries 08,04",
                "category=cat-groceries -",
                "category=groceries -",
                "category=Wages&occurredOn=[2031-01-15,] 02",
                "amount=[64.20,100.00] 09,05,04",
                "amount=(64.20,100.00) 05",
                "amount=[100.01,] 07,06",
                "amount=[,64.20) 08,03",
                "amount=0.00 03",
                "amount=[64.2,100] 09,05,04",
                "amount=(064.20,100.] 09,05",
                "amount=00100 09",
                "checkNumber=1002 06",
                "checkNumber=01002 06",
                "checkNumber=[1001,1002) 05",
                "checkNumber=[,9999] 06,05",
                "amount=[64.20,]&type=debit&subtype=check 06,05"
            })
    void keepsWhatIsAskedFor(String query, String expected) {
        Answer answer = history.everyday("?" + query).send();

        assertThat(answer).hasStatus(200);
        assertThat(answer.each("/items", "id"))
                .containsExactly(expected == null ? new String[] {} : ids(expected.replace(',', ' ')));
    }

    @Test
    void goesOnWhereThePageBeforeEndedWithTheSameFilters() {
        Answer first = history.everyday("?limit=2&type=debit&amount=[20.00,]").send();

        Answer second =
                get(bank, first.text("/nextPage_url")).bearer(token(ADA_BATCH)).send();
        Answer third =
                get(bank, second.text("/nextPage_url")).bearer(token(ADA_BATCH)).send();

        assertThat(first.each("/items", "id")).containsExactly(ids("09 08"));
        assertThat(second.each("/items", "id")).containsExactly(ids("06 05"));
        assertThat(third.each("/items", "id")).containsExactly(ids("04"));
        assertThat(third).lacks("/nextPage_url").has("/limit", 2);
    }

    @Test
    void isEmptyWithALimitOfNothing() {
        assertThat(history.everyday("?limit=0")).hasStatus(200).hasBody("{\"items\":[],\"limit\":0,\"start\":\"\"}");
    }

    @Test
    void takesNoCursorOfAnotherAccount() {
        String next = history.everyday("?limit=1").send().text("/nextPage_url").replace(EVERYDAY, SAVER);

        assertThat(get(bank, next).bearer(token(ADA_BATCH))).hasStatus(400);
        assertThat(history.everyday("?start=x")).hasStatus(400);
    }

    @Test
    void movesItsWindowWithTheClock() {
        bank.clock().advance(Duration.ofDays(10));

        assertThat(history.everyday("").send().each("/items", "id")).containsExactly(ids("09 08 07 06 05"));
    }

    @Test
    void isEmptyWhereNothingHappened() {
        assertThat(history.of("back-office", NOBODYS, "")).hasStatus(200).has("/limit", 100);
        assertThat(history.of(BOB_BATCH, HOUSEHOLD, "").send().each("/items", "id"))
                .isEqualTo(List.of("txn-2e90b6-01"));
    }

    private String token(String client) {
        return bank.tokens().forClient(client);
    }

    private static String[] ids(String numbers) {
        return List.of(numbers.split(" ", -1)).stream()
                .map(number -> "txn-7d1a40-" + number)
                .toArray(String[]::new);
    }
}
