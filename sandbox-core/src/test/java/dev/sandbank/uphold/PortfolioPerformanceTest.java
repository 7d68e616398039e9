package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static dev.sandbank.uphold.PortfolioScene.BITCOIN;
import static dev.sandbank.uphold.PortfolioScene.BLOCKED;
import static dev.sandbank.uphold.PortfolioScene.INES;
import static dev.sandbank.uphold.PortfolioScene.OF_THE_SHOP;
import static dev.sandbank.uphold.PortfolioScene.SAVINGS;
import static dev.sandbank.uphold.PortfolioScene.SHOP;
import static dev.sandbank.uphold.PortfolioScene.SPENDING;
import static dev.sandbank.uphold.PortfolioScene.as;
import static dev.sandbank.uphold.PortfolioScene.look;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was paid for what a user holds, and what it has earned: all of it, of an asset, and of an account. */
class PortfolioPerformanceTest {

    private static final String ALL = "/core/portfolio/performance";
    private static final String OF_BITCOIN = "/core/portfolio/assets/BTC/performance";

    @AutoClose
    private final Sandbank bank = PortfolioScene.start();

    @ParameterizedTest
    @CsvSource({
        "'',25374.00,5000.00",
        "?interval=one-hour,25374.00,5000.00",
        "?interval=one-day,25374.00,5000.00",
        "?interval=all-time,21374.00,9000.00",
        "?interval=all-time&denomination=EUR,19430.91,8181.82",
    })
    void isSinceTheBeginningOfTheInterval(String query, String invested, String gains) {
        assertThat(look(bank, INES, ALL + query))
                .hasStatus(200)
                .hasBody("{\"performance\":{\"totalInvested\":\"" + invested + "\",\"unrealizedGains\":\"" + gains
                        + "\"}}");
    }

    @Test
    void tellsOfAnAssetWhatItCostOnAverage() {
        assertThat(look(bank, INES, OF_BITCOIN + "?interval=all-time")).hasBody("""
                {"performance": {"averagePricePaid": "42000", "totalInvested": "21000.00", "unrealizedGains": "9000.00"}}
                """);
        assertThat(look(bank, INES, "/core/portfolio/assets/USD/performance"))
                .hasBody(
                        "{\"performance\": {\"averagePricePaid\": \"0\", \"totalInvested\": \"0\", \"unrealizedGains\": \"0\"}}");
    }

    @Test
    void isOfOneAccountToo() {
        assertThat(look(bank, INES, "/core/portfolio/accounts/" + SPENDING + "/performance?interval=all-time"))
                .hasBody("""
                {"performance": {"averagePricePaid": "1.1", "totalInvested": "264.00", "unrealizedGains": "0"}}
                """);
    }

    @Test
    void isLessOnceSomethingHasLeft() {
        Payer ines = new Payer(bank, INES, "viewer");
        assertThat(ines.commit(ines.quote(account(BITCOIN), account(SAVINGS), amount("BTC", "0.25"))))
                .hasStatus(201);

        assertThat(look(bank, INES, OF_BITCOIN + "?interval=all-time")).hasBody("""
                {"performance": {"averagePricePaid": "42000", "totalInvested": "10500.00", "unrealizedGains": "4500.00"}}
                """);
    }

    @Test
    void isALossWhereRatesFall() {
        bank.resource("rates", "BTC-USD").set("value", "41000");

        assertThat(look(bank, INES, OF_BITCOIN + "?interval=all-time"))
                .has("/performance/totalInvested", "20500.00")
                .has("/performance/unrealizedGains", "0");

        bank.resource("rates", "BTC-USD")
                .set(
                        "value",
                        Map.of(
                                "mid",
                                "41000",
                                "history",
                                List.of(Map.of("at", "2031-01-01T00:00:00Z", "mid", "42000"))));

        assertThat(look(bank, INES, OF_BITCOIN + "?interval=all-time"))
                .has("/performance/totalInvested", "21000.00")
                .has("/performance/unrealizedGains", "-500.00");
    }

    @Test
    void isOfSeveralThatThereAre() {
        Answer assets = many("assets", "{\"codes\":[\"BTC\",\"DOGE\",\"EUR\"]}");
        Answer accounts = many("accounts", "{\"ids\":[\"" + OF_THE_SHOP + "\",\"" + SPENDING + "\"]}");

        assertThat(assets)
                .hasStatus(200)
                .hasMembersOnly("/performance", "BTC", "EUR")
                .has("/performance/BTC/averagePricePaid", "42000")
                .has("/performance/EUR/totalInvested", "374.00");
        assertThat(accounts)
                .hasStatus(200)
                .hasMembersOnly("/performance", SPENDING)
                .has("/performance/" + SPENDING + "/totalInvested", "264.00");
        assertThat(many("assets", "{\"codes\":[\"DOGE\"]}")).hasBody("{\"performance\":{}}");
    }

    @ParameterizedTest
    @CsvSource({"assets,{}", "assets,'{\"codes\":[]}'", "assets,'{\"codes\":[\"\"]}'", "accounts,'{\"ids\":[\"1\"]}'"})
    void isOfSeveralThatCanBe(String what, String body) {
        assertThat(many(what, body)).hasStatus(400).has("/details/context", "body");
    }

    private Answer many(String what, String body) {
        return as(bank, INES, post(bank, "/core/portfolio/" + what + "/_mget/performance?interval=all-time"))
                .json(body)
                .send();
    }

    @Test
    void isOfWhatTheUserHas() {
        assertThat(look(bank, INES, "/core/portfolio/accounts/" + OF_THE_SHOP + "/performance"))
                .hasStatus(404)
                .has("/details/entity", "account");
        assertThat(look(bank, INES, "/core/portfolio/assets/DOGE/performance"))
                .hasStatus(404)
                .has("/details/entity", "asset")
                .lacks("/details/property");
    }

    @ParameterizedTest
    @CsvSource({"DOGE,404,entity_not_found", "XLM,409,asset_not_supported"})
    void isInAnAssetWithARate(String denomination, int status, String code) {
        String query = "?denomination=" + denomination;
        for (String of : new String[] {"", "assets/BTC/", "accounts/" + BITCOIN + "/"}) {
            assertThat(look(bank, INES, "/core/portfolio/" + of + "performance" + query))
                    .hasStatus(status)
                    .has("/code", code)
                    .has("/details/context", "query")
                    .has("/details/property", "denomination");
        }
        assertThat(as(bank, INES, post(bank, "/core/portfolio/assets/_mget/performance" + query))
                        .json("{\"codes\":[\"BTC\"]}"))
                .hasStatus(status)
                .has("/code", code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-week", "five-years", ""})
    void isOfSomeIntervals(String interval) {
        assertThat(look(bank, INES, ALL + "?interval=" + interval))
                .hasStatus(400)
                .has("/details/context", "query");
    }

    @Test
    void isForPeopleOnly() {
        for (String of : new String[] {"", "assets/EUR/", "accounts/" + OF_THE_SHOP + "/"}) {
            assertThat(look(bank, SHOP, "/core/portfolio/" + of + "performance"))
                    .hasStatus(403)
                    .has("/code", "subject_not_allowed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"assets", "accounts"})
    void ofSeveralIsRefusedToWhoIsBlocked(String what) {
        assertThat(as(bank, BLOCKED, post(bank, "/core/portfolio/" + what + "/_mget/performance"))
                        .json("{}"))
                .hasStatus(409)
                .has("/code", "operation-not-allowed");
        assertThat(look(bank, BLOCKED, ALL)).hasStatus(200);
    }
}
