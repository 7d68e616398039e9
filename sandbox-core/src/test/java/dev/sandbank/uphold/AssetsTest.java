package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.MALLORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The assets that the organization knows, told to whoever has a token. */
class AssetsTest {

    private static final String OPEN = """
            bank: uphold
            clients: [{id: no-scopes, secret: no-scopes-2Ts7eW, scopes: []}]
            users:
              - {id: 0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10, type: business, email: a@example.test}
            accounts:
              - {id: 7b0f2a52-6a0e-4c7e-9f3d-1d2b6a1f5c11, owner: 0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10,
                 label: Yen, asset: JPY, balance: "1"}
            rates: {BTC-EUR: "50000"}
            """;

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private static HttpCall ask(Sandbank bank, String path) {
        return get(bank, "/core/assets" + path).bearer(bank.tokens().forClient("no-scopes"));
    }

    private static HttpCall many(Sandbank bank, String body) {
        return post(bank, "/core/assets/_mget")
                .bearer(bank.tokens().forClient("no-scopes"))
                .json(body);
    }

    @Test
    void haveWhatIsUsualOfThem() {
        assertThat(ask(bank, "/ETH")).hasStatus(200).wasAllowed().hasBody("""
                {"asset": {"code": "ETH", "name": "Ether", "type": "crypto", "symbol": "Ξ", "decimals": 18,
                 "features": ["buy", "deposit", "sell", "transfer", "withdraw"], "cooldowns": []}}
                """);
        assertThat(ask(bank, "/XLM").send().at("/asset/features").toString()).isEqualTo("[\"transfer\",\"withdraw\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "'','BTC,ETH,EUR,GBP,JPY,USD,XLM,XRP'",
        "sort=code:desc,'XRP,XLM,USD,JPY,GBP,EUR,ETH,BTC'",
        "sort=name:asc,'BTC,ETH,EUR,XLM,GBP,USD,XRP,JPY'",
        "sort=price:asc,'JPY,XLM,XRP,USD,EUR,GBP,ETH,BTC'",
        "sort=price:desc,'BTC,ETH,GBP,EUR,USD,XRP,XLM,JPY'",
        "sort=market-cap:desc,'XRP,XLM,USD,JPY,GBP,EUR,ETH,BTC'",
        "sort=price-delta:asc:one-week,'BTC,ETH,EUR,GBP,JPY,USD,XLM,XRP'",
        "type=fiat,'EUR,GBP,JPY,USD'",
        "'type=crypto,fiat&sort=code:asc','BTC,ETH,EUR,GBP,JPY,USD,XLM,XRP'",
        "type=crypto&sort=price:desc,'BTC,ETH,XRP,XLM'"
    })
    void comeInTheOrderThatIsAskedFor(String query, String codes) {
        assertThat(ask(bank, "?" + query).send().each("/assets", "code")).containsExactly(codes.split(","));
    }

    @Test
    void comeLastWithoutAPrice() {
        try (Sandbank more = Sandbank.builder()
                .fixtureText("extends: uphold\nassets: [{id: AAA, type: fiat}]\n")
                .start()) {
            assertThat(ask(more, "?sort=price:asc").send().each("/assets", "code"))
                    .endsWith("AAA");
            assertThat(ask(more, "?sort=price:desc").send().each("/assets", "code"))
                    .endsWith("AAA");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=code",
                "sort=size:asc",
                "sort=price-delta:asc",
                "sort=",
                "type=",
                "type=gold",
                "type=fiat,fiat"
            })
    void areNotListedByAQueryThatIsNotWellFormed(String query) {
        assertThat(ask(bank, "?" + query)).hasStatus(400).has("/details/context", "query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOGE", "eur"})
    void areUnknownWhereTheFixtureHasNone(String code) {
        assertThat(ask(bank, "/" + code))
                .hasStatus(404)
                .has("/details/entity", "asset")
                .wasRefusedAt("resource", DenialReason.RESOURCE_UNKNOWN);
    }

    @Test
    void areToldByTheirCodes() {
        assertThat(many(bank, "{\"codes\": [\"GBP\", \"DOGE\", \"GBP\"]}"))
                .hasStatus(200)
                .hasBody("""
                {"assets": {"GBP": {"code": "GBP", "name": "Pound sterling", "type": "fiat", "symbol": "£", "decimals": 2,
                 "features": ["buy", "deposit", "sell", "transfer", "withdraw"], "cooldowns": []}}}
                """);
        assertThat(many(bank, "{\"codes\": [\"DOGE\"]}")).hasBody("{\"assets\": {}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"codes\": []}", "{\"codes\": [\"\"]}", "{\"codes\": \"GBP\"}", "{\"codes\": [7]}", "[]"
            })
    void areNotToldOfContentThatIsNotWellFormed(String body) {
        assertThat(many(bank, body)).hasStatus(400).has("/code", "request_invalid");
    }

    @Test
    void areAtMostAHundredAtOnce() {
        String codes = "\"GBP\",".repeat(99) + "\"GBP\"";

        assertThat(many(bank, "{\"codes\": [" + codes + "]}")).hasStatus(200);
        assertThat(many(bank, "{\"codes\": [" + codes + ",\"GBP\"]}")).hasStatus(400);
    }

    @Test
    void areNotToldForABlockedUserButWithAGet() {
        String token = bank.tokens().forClient("payouts");

        assertThat(post(bank, "/core/assets/_mget")
                        .bearer(token)
                        .onBehalfOf(MALLORY)
                        .json("{}"))
                .hasStatus(409)
                .has("/code", "operation-not-allowed")
                .wasRefusedAt("blocked", DenialReason.SUBJECT_BLOCKED);
        assertThat(get(bank, "/core/assets").bearer(token).onBehalfOf(MALLORY)).hasStatus(200);
    }

    @Test
    void areAllThatThereAreWithoutAList() {
        try (Sandbank open = Sandbank.builder().fixtureText(OPEN).start()) {
            assertThat(ask(open, "").send().each("/assets", "code")).containsExactly("BTC", "EUR", "JPY");
            assertThat(ask(open, "/SOL"))
                    .hasStatus(200)
                    .has("/asset/name", "SOL")
                    .has("/asset/decimals", 9);
            assertThat(ask(open, "/X")).hasStatus(404);
            assertThat(ask(open, "/sol")).hasStatus(404);
            assertThat(many(open, "{\"codes\": [\"ADA\", \"ada\"]}"))
                    .has("/assets/ADA/type", "crypto")
                    .lacks("/assets/ada");
        }
    }
}
