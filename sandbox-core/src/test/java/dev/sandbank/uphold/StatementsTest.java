package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_FAILED;
import static dev.sandbank.testing.UpholdSeed.ADAS_HELD;
import static dev.sandbank.testing.UpholdSeed.ADAS_TRADE;
import static dev.sandbank.uphold.PortfolioScene.BLOCKED;
import static dev.sandbank.uphold.PortfolioScene.INES;
import static dev.sandbank.uphold.PortfolioScene.SHOP;
import static dev.sandbank.uphold.PortfolioScene.look;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user held at the end of a month, and the transactions of a month. */
class StatementsTest {

    private static final String PORTFOLIO = "/core/statements/portfolio";
    private static final String TRANSACTIONS = "/core/statements/transactions";
    private static final String FEBRUARY = "?period=one-month&year=2031&month=2";

    @AutoClose
    private final Sandbank bank = PortfolioScene.start();

    @Test
    void tellWhatWasHeldAtTheEndOfTheMonth() {
        assertThat(look(bank, INES, PORTFOLIO + FEBRUARY))
                .hasStatus(200)
                .wasAllowed()
                .hasBody("""
                {"statement": {"period": {"from": "2031-02-01T00:00:00.000Z", "to": "2031-02-28T23:59:59.999Z"},
                  "rates": {"BTC-USD": "50000", "EUR-USD": "1.1"},
                  "holdings": [{"asset": "BTC", "total": "0.5"}, {"asset": "EUR", "total": "240.00"}]}}
                """);
        assertThat(look(bank, INES, PORTFOLIO + "?period=one-month&year=2031&month=1&denomination=EUR"))
                .has("/statement/rates/BTC-EUR", "36363.63636363636")
                .lacks("/statement/rates/EUR-EUR")
                .has("/statement/holdings/0/total", "0.4")
                .has("/statement/holdings/1/total", "340.00");
    }

    @Test
    void tellTheTransactionsOfTheMonth() {
        assertThat(look(bank, INES, TRANSACTIONS + FEBRUARY))
                .hasStatus(200)
                .hasMembersOnly("", "statement", "pagination")
                .has("/statement/period/to", "2031-02-28T23:59:59.999Z")
                .has("/statement/transactions/0/rates/BTC-USD", "50000")
                .has("/statement/transactions/0/rates/EUR-USD", "1.1")
                .has("/statement/transactions/0/transaction/status", "completed")
                .has("/statement/transactions/0/transaction/completedAt", "2031-02-10T12:00:01.000Z")
                .lacks("/statement/transactions/1");
        assertThat(look(bank, INES, TRANSACTIONS + "?period=one-month&year=2031&month=1"))
                .hasBody("""
                {"statement": {"period": {"from": "2031-01-01T00:00:00.000Z", "to": "2031-01-31T23:59:59.999Z"},
                  "transactions": []}, "pagination": {}}
                """);
    }

    @Test
    void havePagesOfTransactions() {
        try (Sandbank seed = Sandbank.start("uphold")) {
            Payer ada = new Payer(seed, ADA, "reporting");
            String november = TRANSACTIONS + "?period=one-month&year=2025&month=11&perPage=2";
            Answer first = ada.as(get(seed, november)).send();
            Answer second = ada.as(get(seed, november + "&page=2")).send();

            assertThat(first)
                    .has("/statement/transactions/0/transaction/id", ADAS_HELD)
                    .has("/statement/transactions/1/transaction/id", ADAS_TRADE)
                    .lacks("/statement/transactions/2");
            assertThat(first.text("/pagination/next")).contains("year=2025", "month=11", "page=2");
            assertThat(second)
                    .has("/statement/transactions/0/transaction/id", ADAS_FAILED)
                    .lacks("/statement/transactions/1")
                    .lacks("/pagination/next");
        }
    }

    @ParameterizedTest
    @CsvSource({"2031,3", "2031,4", "2030,12", "2100,12"})
    void areOfMonthsThatAreOverSinceTheUserWasThere(int year, int month) {
        for (String statement : new String[] {PORTFOLIO, TRANSACTIONS}) {
            assertThat(look(bank, INES, statement + "?period=one-month&year=" + year + "&month=" + month))
                    .hasStatus(409)
                    .has("/code", "date_invalid")
                    .hasMembersOnly("/details", "context")
                    .has("/details/context", "query");
        }
    }

    @Test
    void areThereOnceTheMonthIsOver() {
        String march = PORTFOLIO + "?period=one-month&year=2031&month=3";
        bank.clock().advance(Duration.ofDays(28).plusHours(15).minusMillis(1));
        assertThat(look(bank, INES, march)).hasStatus(409);

        bank.clock().advance(Duration.ofMillis(1));

        assertThat(look(bank, INES, march)).hasStatus(200).has("/statement/rates/BTC-USD", "58000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOGE", "XLM"})
    void areInAnAssetWithRates(String denomination) {
        for (String statement : new String[] {PORTFOLIO, TRANSACTIONS}) {
            assertThat(look(bank, INES, statement + FEBRUARY + "&denomination=" + denomination))
                    .hasStatus(409)
                    .has("/code", "asset_not_supported")
                    .hasMembersOnly("/details", "context", "property")
                    .has("/details/context", "query")
                    .has("/details/property", "denomination");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?period=one-month&year=2031",
                "?period=one-week&year=2031&month=2",
                "?period=one-month&year=2009&month=2",
                "?period=one-month&year=2031&month=13",
            })
    void areAskedForByYearAndMonth(String query) {
        assertThat(look(bank, INES, PORTFOLIO + query)).hasStatus(400).has("/details/context", "query");
        assertThat(look(bank, INES, TRANSACTIONS + query)).hasStatus(400).has("/details/context", "query");
    }

    @Test
    void areForBusinessesAndWithAScopeOfTheirOwn() {
        assertThat(look(bank, SHOP, PORTFOLIO + FEBRUARY))
                .hasStatus(200)
                .has("/statement/period/from", "2031-02-01T00:00:00.000Z")
                .lacks("/statement/holdings/0");
        assertThat(look(bank, BLOCKED, TRANSACTIONS + FEBRUARY)).hasStatus(409).has("/code", "date_invalid");
        assertThat(new Payer(bank, INES, "actor").as(get(bank, PORTFOLIO + FEBRUARY)))
                .hasStatus(403)
                .has("/details/security/0/schemeScopes/0", "core.statements:read");
    }
}
