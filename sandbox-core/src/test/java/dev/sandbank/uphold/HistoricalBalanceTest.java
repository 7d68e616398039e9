package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static dev.sandbank.uphold.PortfolioScene.BITCOIN;
import static dev.sandbank.uphold.PortfolioScene.INES;
import static dev.sandbank.uphold.PortfolioScene.NEWCOMER;
import static dev.sandbank.uphold.PortfolioScene.OF_THE_SHOP;
import static dev.sandbank.uphold.PortfolioScene.SAVINGS;
import static dev.sandbank.uphold.PortfolioScene.SHOP;
import static dev.sandbank.uphold.PortfolioScene.SPENDING;
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

/** What the portfolio, an asset or an account was worth at each step of an interval. */
class HistoricalBalanceTest {

    private static final String ALL = "/core/portfolio/historical-balance";

    @AutoClose
    private final Sandbank bank = PortfolioScene.start();

    @ParameterizedTest
    @CsvSource({
        "one-hour,13,2031-03-03T08:00:00.000Z,2031-03-03T08:05:00.000Z",
        "one-day,25,2031-03-02T09:00:00.000Z,2031-03-02T10:00:00.000Z",
        "one-week,29,2031-02-24T09:00:00.000Z,2031-02-24T15:00:00.000Z",
        "one-month,31,2031-02-01T09:00:00.000Z,2031-02-02T09:00:00.000Z",
        "one-year,53,2030-03-04T09:00:00.000Z,2030-03-11T09:00:00.000Z",
    })
    void hasPointsUpToNow(String interval, int count, String first, String second) {
        Answer points = look(bank, INES, ALL + "?interval=" + interval);

        assertThat(points).hasStatus(200);
        assertThat(points.each("/historicalBalance", "timestamp"))
                .hasSize(count)
                .isSorted()
                .startsWith(first, second)
                .endsWith("2031-03-03T09:00:00.000Z");
    }

    @Test
    void followsRatesAndTransactions() {
        String ofBitcoin = "/core/portfolio/accounts/" + BITCOIN + "/historical-balance";

        assertThat(look(bank, INES, ofBitcoin + "?interval=one-hour"))
                .has("/historicalBalance/0/balance/total", "25000.00")
                .has("/historicalBalance/6/balance/total", "29000.00")
                .has("/historicalBalance/12/balance/total", "30000.00");
        assertThat(look(bank, INES, ofBitcoin + "?interval=one-month&includeBase=true"))
                .has("/historicalBalance/9/balance/total", "20000.00")
                .has("/historicalBalance/9/balance/baseTotal", "0.4")
                .has("/historicalBalance/10/balance/total", "25000.00")
                .has("/historicalBalance/10/balance/baseAvailable", "0.5");
    }

    @Test
    void tellsNothingOfBeforeThereWasAnAccount() {
        Answer savings = look(bank, INES, "/core/portfolio/accounts/" + SAVINGS + "/historical-balance");
        Answer euros = look(bank, INES, "/core/portfolio/assets/EUR/historical-balance?interval=one-year");

        assertThat(savings).lacks("/historicalBalance/23/balance").has("/historicalBalance/24/balance/total", "110.00");
        assertThat(euros)
                .lacks("/historicalBalance/44/balance")
                .has("/historicalBalance/45/timestamp", "2031-01-13T09:00:00.000Z")
                .has("/historicalBalance/45/balance/total", "374.00")
                .has("/historicalBalance/51/balance/total", "264.00")
                .has("/historicalBalance/52/balance/total", "374.00");
        assertThat(look(bank, NEWCOMER, ALL)).lacks("/historicalBalance/24/balance");
    }

    @Test
    void isNothingOfAnAssetThatTheUserNeverHad() {
        assertThat(look(bank, INES, "/core/portfolio/assets/USD/historical-balance?interval=one-hour&includeBase=true"))
                .hasMembersOnly("/historicalBalance/0/balance", "total", "available", "baseTotal", "baseAvailable")
                .has("/historicalBalance/0/balance/total", "0")
                .has("/historicalBalance/0/balance/baseAvailable", "0");
    }

    @Test
    void countsAsAvailableWhatWasNotHeld() {
        Payer ines = new Payer(bank, INES, "viewer");
        bank.clock().advance(Duration.ofMinutes(10));
        String address = Payer.crypto("BTC", "bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "");
        assertThat(ines.commit(ines.quote(account(BITCOIN), address, amount("BTC", "0.1"))))
                .hasStatus(201);
        bank.clock().advance(Duration.ofMinutes(10));

        Answer points = look(
                bank,
                INES,
                "/core/portfolio/accounts/" + BITCOIN + "/historical-balance?interval=one-hour&includeBase=true");

        assertThat(points)
                .has("/historicalBalance/9/balance/baseAvailable", "0.5")
                .has("/historicalBalance/10/balance/baseAvailable", "0.4")
                .has("/historicalBalance/10/balance/baseTotal", "0.5")
                .has("/historicalBalance/11/balance/baseTotal", "0.4");
    }

    @Test
    void isToldByTheFixtureOfBeforeTheStart() {
        String more = """
                balanceHistory:
                  - {id: h1, account: %1$s, at: 2031-02-02T00:00:00Z, total: "70.00"}
                  - {id: h2, account: %1$s, at: 2031-02-20T00:00:00Z, total: "90.00", available: "80.00"}
                """.formatted(SAVINGS);
        try (Sandbank told = PortfolioScene.start(more)) {
            told.clock().advance(Duration.ofDays(1));
            String of =
                    "/core/portfolio/accounts/" + SAVINGS + "/historical-balance?interval=one-month&denomination=EUR";

            assertThat(look(told, INES, of))
                    .has("/historicalBalance/0/timestamp", "2031-02-02T09:00:00.000Z")
                    .has("/historicalBalance/0/balance/total", "70.00")
                    .has("/historicalBalance/18/balance/total", "90.00")
                    .has("/historicalBalance/18/balance/available", "80.00")
                    .has("/historicalBalance/28/balance/total", "90.00")
                    .has("/historicalBalance/29/balance/total", "100.00");
        }
    }

    @ParameterizedTest
    @CsvSource({"DOGE,404,entity_not_found", "XLM,409,asset_not_supported"})
    void isInAnAssetWithARate(String denomination, int status, String code) {
        String query = "historical-balance?denomination=" + denomination;

        assertThat(look(bank, INES, "/core/portfolio/" + query))
                .hasStatus(status)
                .has("/code", code);
        for (String of : new String[] {"assets/EUR/", "accounts/" + SPENDING + "/"}) {
            assertThat(look(bank, INES, "/core/portfolio/" + of + query))
                    .hasStatus(status)
                    .has("/code", code)
                    .has("/details/context", "query")
                    .has("/details/property", "denomination")
                    .has("/details/entity", "asset");
        }
    }

    @Test
    void isOfWhatTheUserHas() {
        assertThat(look(bank, INES, "/core/portfolio/accounts/" + OF_THE_SHOP + "/historical-balance"))
                .hasStatus(404)
                .has("/details/entity", "account");
        assertThat(look(bank, INES, "/core/portfolio/assets/DOGE/historical-balance"))
                .hasStatus(404)
                .has("/details/entity", "asset");
        assertThat(look(bank, SHOP, "/core/portfolio/accounts/" + OF_THE_SHOP + "/historical-balance"))
                .hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interval=all-time", "interval=five-years", "denomination="})
    void isAskedForInTheseWays(String query) {
        assertThat(look(bank, INES, ALL + "?" + query)).hasStatus(400).has("/details/context", "query");
    }
}
