package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What assets are worth: now, and over time. */
class AssetRatesTest {

    @AutoClose
    private final Sandbank bank = Sandbank.builder().fixtureText("""
            extends: uphold
            assets: [{id: ZZZ, type: fiat}, {id: YYY, type: crypto}]
            rates:
              XRP-USD: {mid: "0.50", bid: "0.40", ask: "0.625"}
              YYY-USD: {mid: "0.50", bid: "0.40", ask: "0.625",
                history: [{at: 2031-03-03T07:30:00Z, mid: "0.20"}, {at: 2031-03-03T08:00:00Z, mid: "0.25", bid: "0.24", ask: "0.26"}]}
            """).start();

    @BeforeEach
    void stopTheClock() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
    }

    private HttpCall ask(String path) {
        return get(bank, "/core/assets/" + path).bearer(bank.tokens().forClient("no-scopes"));
    }

    @Test
    void areWhatTheFixtureSays() {
        assertThat(ask("XRP/rates?denomination=USD,XRP,EUR"))
                .hasStatus(200)
                .wasAllowed()
                .hasBody("""
                {"rates": {"USD": {"mid": "0.5", "bid": "0.4", "ask": "0.625"}, "XRP": {"mid": "1"}, "EUR": {"mid": "0.5"}}}
                """);
    }

    @Test
    void areTurnedAroundAndGoThroughOneOtherAsset() {
        assertThat(ask("USD/rates?denomination=XRP")).hasBody("""
                {"rates": {"XRP": {"mid": "2", "bid": "1.6", "ask": "2.5"}}}
                """);
        assertThat(ask("XRP/rates?denomination=GBP")).hasBody("{\"rates\": {\"GBP\": {\"mid\": \"0.4\"}}}");
        assertThat(ask("XRP/rates?denomination=XLM")).has("/rates/XLM/bid", "3.96039603960396");
    }

    @Test
    void areThoseInAllOtherAssetsThatHaveOne() {
        assertThat(ask("JPY/rates").send().at("/rates")).hasSize(6).noneMatch(rate -> !rate.has("mid"));
        assertThat(ask("ZZZ/rates")).hasStatus(200).hasBody("{\"rates\": {}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOGE", "ZZZ", "USD,DOGE"})
    void areMissingForSomePairs(String denomination) {
        assertThat(ask("BTC/rates?denomination=" + denomination))
                .hasStatus(409)
                .has("/code", "asset_pair_not_supported")
                .lacks("/details");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOGE/rates", "DOGE/historical-rates", "DOGE/rates?denomination=DOGE"})
    void areOfAssetsThatAreKnown(String path) {
        assertThat(ask(path)).hasStatus(404).has("/details/entity", "asset").lacks("/details/context");
    }

    @Test
    void haveTheRateOfEachMomentOverTime() {
        Answer day = ask("YYY/historical-rates").send();

        assertThat(day.at("/historicalRates/YYY")).hasSize(25);
        assertThat(day.text("/historicalRates/YYY/0/timestamp")).isEqualTo("2031-03-02T09:00:00.000Z");
        assertThat(day.at("/historicalRates/YYY/22").toString())
                .isEqualTo("{\"timestamp\":\"2031-03-03T07:00:00.000Z\"}");
        assertThat(day.at("/historicalRates/YYY/23").toString())
                .isEqualTo("{\"timestamp\":\"2031-03-03T08:00:00.000Z\","
                        + "\"rate\":{\"mid\":\"0.25\",\"bid\":\"0.24\",\"ask\":\"0.26\"}}");
        assertThat(day.at("/historicalRates/YYY/24").toString())
                .isEqualTo("{\"timestamp\":\"2031-03-03T09:00:00.000Z\","
                        + "\"rate\":{\"mid\":\"0.5\",\"bid\":\"0.4\",\"ask\":\"0.625\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "one-hour,13,2031-03-03T08:00:00.000Z,2031-03-03T08:05:00.000Z",
        "one-day,25,2031-03-02T09:00:00.000Z,2031-03-02T10:00:00.000Z",
        "one-week,29,2031-02-24T09:00:00.000Z,2031-02-24T15:00:00.000Z",
        "one-month,31,2031-02-01T09:00:00.000Z,2031-02-02T09:00:00.000Z",
        "one-year,53,2030-03-04T09:00:00.000Z,2030-03-11T09:00:00.000Z",
        "five-years,61,2026-03-03T09:00:00.000Z,2026-04-03T09:00:00.000Z"
    })
    void haveThePointsOfTheirInterval(String interval, int points, String first, String second) {
        Answer answer = ask("EUR/historical-rates?denomination=EUR&interval=" + interval)
                .send();

        assertThat(answer.each("/historicalRates/EUR", "timestamp"))
                .hasSize(points)
                .startsWith(first, second)
                .endsWith("2031-03-03T09:00:00.000Z");
        assertThat(answer.text("/historicalRates/EUR/0/rate/mid")).isEqualTo("1");
    }

    @Test
    void haveAlwaysBeenTheSameWithoutAHistory() {
        Answer years = ask("BTC/historical-rates?interval=five-years").send();

        assertThat(years.at("/historicalRates/BTC"))
                .allMatch(point -> point.at("/rate/mid").asText().equals("54000"));
    }

    @Test
    void areToldInAnAssetThatIsKnownAndHasARate() {
        assertThat(ask("BTC/historical-rates?denomination=DOGE"))
                .hasStatus(404)
                .has("/code", "entity_not_found")
                .has("/details/entity", "asset")
                .has("/details/context", "query")
                .has("/details/property", "denomination");
        assertThat(ask("BTC/historical-rates?denomination=ZZZ"))
                .hasStatus(409)
                .has("/code", "asset_not_supported")
                .has("/details/context", "query")
                .has("/details/property", "denomination")
                .lacks("/details/entity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rates?denomination=",
                "rates?denomination=EUR,EUR",
                "historical-rates?interval=ever",
                "historical-rates?denomination="
            })
    void areNotToldForAQueryThatIsNotWellFormed(String path) {
        assertThat(ask("BTC/" + path)).hasStatus(400).has("/details/context", "query");
    }
}
