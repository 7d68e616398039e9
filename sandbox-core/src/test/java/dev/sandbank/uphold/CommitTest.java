package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BANK;
import static dev.sandbank.testing.UpholdSeed.ADAS_BITCOIN;
import static dev.sandbank.testing.UpholdSeed.ADAS_CARD;
import static dev.sandbank.testing.UpholdSeed.ADAS_EMPTY;
import static dev.sandbank.testing.UpholdSeed.ADAS_GIFTS;
import static dev.sandbank.testing.UpholdSeed.ADAS_POUNDS;
import static dev.sandbank.testing.UpholdSeed.ADAS_QUOTE;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.UNKNOWN_ACCOUNT;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static dev.sandbank.uphold.Payer.apm;
import static dev.sandbank.uphold.Payer.crypto;
import static dev.sandbank.uphold.Payer.external;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.AnswerAssert;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code core.create-transaction}: a quote becomes a transaction, once, if nothing stands against it by then. */
class CommitTest {

    private static final String THREE_D_SECURE =
            ",\"params\":{\"requirements\":[{\"name\":\"authorize:3ds\",\"returnUrl\":\"https://shop.example.test/back\"}]}";
    private static final String PAYPAL =
            ",\"params\":{\"requirements\":[{\"name\":\"authorize:paypal\",\"provider\":\"braintree\",\"deviceData\":\"d\"}]}";
    private static final String TEN = amount("EUR", "10.00");

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private Payer ada = new Payer(bank, ADA);

    @BeforeEach
    void stopTheClock() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
        ada = new Payer(bank, ADA);
    }

    @Test
    void tellsWhatTheQuoteSaidAndThatItIsProcessing() {
        Answer quote = trade("100.00").send();
        bank.clock().advance(Duration.ofSeconds(3));

        Answer made = ada.commit(quote.text("/quote/id"), "").send();

        assertThat(made)
                .hasStatus(201)
                .wasAllowed()
                .hasNoHeader("Location")
                .hasMembersOnly("", "transaction")
                .has("/transaction/id", quote.text("/quote/id"))
                .has("/transaction/status", "processing")
                .has("/transaction/quotedAt", "2031-03-03T09:00:00.000Z")
                .has("/transaction/createdAt", "2031-03-03T09:00:03.000Z")
                .has("/transaction/updatedAt", "2031-03-03T09:00:03.000Z")
                .lacks("/transaction/completedAt")
                .lacks("/transaction/requirements")
                .lacks("/transaction/expiresAt");
        assertThat(made.at("/transaction/origin")).isEqualTo(quote.at("/quote/origin"));
        assertThat(made.at("/transaction/destination")).isEqualTo(quote.at("/quote/destination"));
        assertThat(made.at("/transaction/denomination")).isEqualTo(quote.at("/quote/denomination"));
        assertThat(made.at("/transaction/fees")).isEqualTo(quote.at("/quote/fees"));
    }

    @Test
    void worksOnceForEachQuote() {
        String quote = trade("10.00").send().text("/quote/id");
        assertThat(ada.commit(quote, "")).hasStatus(201);

        unknown(ada.commit(quote, ""));
    }

    @Test
    void leavesAQuoteAsItIsWhereItIsRefused() {
        String quote = ada.quote(account(ADAS_GIFTS), account(ADAS_SPENDING), amount("EUR", "20.01"))
                .send()
                .text("/quote/id");
        assertThat(ada.commit(quote, "")).hasStatus(409);

        assertThat(ada.commit(ada.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", "1"))))
                .hasStatus(201);

        assertThat(ada.commit(quote, "")).hasStatus(201);
    }

    @ParameterizedTest
    @CsvSource({"'',29999,30000", "',\"ttl\":18000',17999,18000", "',\"ttl\":600000',599999,600000"})
    void worksUntilTheQuoteExpires(String ttl, long stillGood, long gone) {
        String early = ada.quote(account(ADAS_SPENDING), account(ADAS_BITCOIN), TEN, ttl)
                .send()
                .text("/quote/id");
        String late = ada.quote(account(ADAS_SPENDING), account(ADAS_BITCOIN), TEN, ttl)
                .send()
                .text("/quote/id");
        bank.clock().advance(Duration.ofMillis(stillGood));
        assertThat(ada.commit(early, "")).hasStatus(201);

        bank.clock().advance(Duration.ofMillis(gone - stillGood));

        unknown(new Payer(bank, ADA).commit(late, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN_ACCOUNT, ADAS_SPENDING})
    void knowsOnlyQuotes(String id) {
        unknown(ada.commit(id, ""));
    }

    @Test
    void knowsOnlyTheUsersOwnQuotes() {
        unknown(new Payer(bank, BRUNO).commit(ADAS_QUOTE, ""));

        assertThat(ada.commit(ADAS_QUOTE, "")).hasStatus(201);
    }

    private static void unknown(HttpCall commit) {
        assertThat(commit)
                .hasStatus(404)
                .has("/code", "entity_not_found")
                .has("/details/entity", "quote")
                .lacks("/details/context")
                .wasRefusedAt("resource", "resource-unknown");
    }

    @Test
    void needsTheMoneyToBeAvailable() {
        assertThat(ada.commit(ada.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", "240.01"))))
                .hasStatus(409)
                .hasBody("""
                        {"code": "insufficient_balance", "message": "The origin does not have enough balance",
                         "details": {"context": "body", "property": "origin"}}
                        """)
                .wasRefusedAt("rules", "insufficient-balance");
        assertThat(ada.commit(ada.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", "240.00"))))
                .hasStatus(201);
        assertThat(ada.balance(ADAS_SPENDING).toString()).isEqualTo("{\"total\":\"10.00\",\"available\":\"0.00\"}");
    }

    @Test
    void needsBothAccountsToBeThereStill() {
        String quote = ada.quote(account(ADAS_SPENDING), account(ADAS_EMPTY), TEN)
                .send()
                .text("/quote/id");
        assertThat(ada.as(HttpCall.call(bank, "DELETE", "/core/accounts/" + ADAS_EMPTY)))
                .hasStatus(204);

        assertThat(ada.commit(quote, "")).hasStatus(404).hasBody("""
                        {"code": "entity_not_found", "message": "The destination cannot be found",
                         "details": {"entity": "account", "context": "body", "property": "destination"}}
                        """);
    }

    @Test
    void tellsWhatIsMissingOfThePersonBehindACard() {
        String quote = card();

        notAllowed(ada.commit(quote, THREE_D_SECURE), "[\"missing-user-ip-header\",\"missing-user-agent-header\"]");
        notAllowed(
                ada.commit(quote, THREE_D_SECURE).header("X-Uphold-User-Ip", "2001:db8::7"),
                "[\"missing-user-agent-header\"]");
    }

    @Test
    void needsToKnowWhereACardIsAuthorized() {
        String quote = card();

        notAllowed(inPerson(ada.commit(quote, "")), "[\"missing-return-url\"]");
        assertThat(inPerson(ada.commit(quote, THREE_D_SECURE)))
                .hasStatus(201)
                .has("/transaction/origin/node/confirmationUrl", "https://shop.example.test/back");
        assertThat(inPerson(ada.commit(card(), ",\"params\":{\"returnUrl\":\"shop://back\"}")))
                .hasStatus(201)
                .has("/transaction/origin/node/confirmationUrl", "shop://back");
    }

    private String card() {
        Answer quote =
                ada.quote(external(ADAS_CARD), account(ADAS_SPENDING), TEN).send();
        assertThat(quote).has("/quote/requirements/0", "authorize:3ds");
        return quote.text("/quote/id");
    }

    @ParameterizedTest
    @CsvSource({"apple-pay,authorize:apple-pay", "paypal,authorize:paypal", "venmo,authorize:venmo"})
    void needsPaymentMethodsToBeAuthorized(String method, String requirement) {
        Answer quote = ada.quote(apm(method), account(ADAS_SPENDING), TEN).send();
        assertThat(quote)
                .has("/quote/origin/asset", "EUR")
                .has("/quote/origin/node/method", method)
                .has("/quote/requirements/0", requirement);

        notAllowed(inPerson(ada.commit(quote.text("/quote/id"), "")), "[\"unspecified-error\"]");
        AnswerAssert answer = assertThat(inPerson(ada.commit(quote.text("/quote/id"), PAYPAL)));
        answer.hasStatus(method.equals("paypal") ? 201 : 409);
    }

    @Test
    void needsTheDataOfTheTravelRule() {
        Answer quote = ada.quote(
                        account("e2d4c706-f18b-4593-9ac0-64b7d5e0f382"),
                        crypto("ETH", "ethereum", "0x" + "aB".repeat(20), ""),
                        amount("ETH", "0.1"))
                .send();
        assertThat(quote).has("/quote/requirements/0", "travel-rule").lacks("/quote/destination/node/execution");

        notAllowed(ada.commit(quote.text("/quote/id"), ""), "[\"unspecified-error\"]");
        assertThat(ada.commit(quote.text("/quote/id"), ",\"params\":{\"travelRule\":{\"beneficiary\":{}}}"))
                .hasStatus(201)
                .hasHeaderMatching("X-Uphold-Request-Id", "[0-9a-f-]{36}")
                .has("/transaction/destination/node/execution/mode", "simulated");
    }

    @Test
    void givesCryptoTransactionsAHash() {
        Answer made = ada.commit(ada.quote(
                        account(ADAS_BITCOIN),
                        crypto("BTC", "bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", ""),
                        amount("BTC", "0.01")))
                .send();

        assertThat(made).hasStatus(201);
        assertThat(made.text("/transaction/destination/node/execution/transactionHash"))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void staysWithinWhatMayLeaveInADay() {
        assertThat(ada.commit(withdrawal("300.00"))).hasStatus(201);

        assertThat(withdrawal("200.01")).hasStatus(409).hasBody("""
                        {"code": "transaction_amount_invalid", "message": "The amount exceeds the daily limit",
                         "details": {"context": "body", "property": "denomination", "rule": "amount-exceeds-daily-limit",
                           "limit": {"maximumAmount": "500.00", "remainingAmount": "200.00"}}}
                        """);
    }

    @Test
    void asksForTheDayAgainWhenTheQuoteIsCommitted() {
        String first = withdrawal("300.00").send().text("/quote/id");
        String second = withdrawal("300.00").send().text("/quote/id");
        assertThat(ada.commit(first, "")).hasStatus(201);

        assertThat(ada.commit(second, "")).hasStatus(409).has("/details/limit/remainingAmount", "200.00");

        bank.clock().advance(Duration.ofDays(1));
        ada = new Payer(bank, ADA);
        assertThat(ada.commit(withdrawal("500.00"))).hasStatus(201);
    }

    private HttpCall withdrawal(String amount) {
        return ada.quote(account(ADAS_POUNDS), external(ADAS_BANK), amount("GBP", amount));
    }

    @ParameterizedTest
    @CsvSource({"13.05,GBP,duplicate-withdrawal", "13.06,GBP,unspecified-error", "13.060,EUR,unspecified-error"})
    void isRefusedForAmountsThatTheFixtureNames(String amount, String asset, String reason) {
        notAllowed(
                ada.commit(ada.quote(account(ADAS_POUNDS), external(ADAS_BANK), amount(asset, amount))),
                "[\"" + reason + "\"]");
    }

    @Test
    void keepsMetadataUnlessThereIsTooMuch() {
        assertThat(ada.commit(trade("1.00").send().text("/quote/id"), ",\"metadata\":{\"externalId\":123}"))
                .hasStatus(201)
                .lacks("/errors")
                .lacks("/transaction/metadata");
        assertThat(ada.commit(
                        trade("1.00").send().text("/quote/id"),
                        ",\"metadata\":{\"long\":\"" + "x".repeat(1014) + "\"}"))
                .hasStatus(201)
                .has("/errors/metadata/code", "content_too_large")
                .has("/errors/metadata/details/threshold/limit", 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"quoteId\":\"me\"}",
                "{\"quoteId\":\"" + ADAS_QUOTE + "\",\"metadata\":{}}",
                "{\"quoteId\":\"" + ADAS_QUOTE + "\",\"metadata\":[]}",
                "{\"quoteId\":\"" + ADAS_QUOTE + "\",\"params\":{\"returnUrl\":\"nowhere\"}}",
                "{\"quoteId\":\"" + ADAS_QUOTE + "\",\"params\":{\"requirements\":[{\"name\":\"pin\"}]}}",
                "{\"quoteId\":\"" + ADAS_QUOTE + "\",\"params\":{\"requirements\":[{\"name\":\"authorize:3ds\"}]}}",
                "{\"quoteId\":\"" + ADAS_QUOTE
                        + "\",\"params\":{\"requirements\":[{\"name\":\"authorize:venmo\",\"provider\":\"checkout\","
                        + "\"deviceData\":\"d\"}]}}"
            })
    void isReadStrictly(String body) {
        assertThat(ada.as(HttpCall.post(bank, "/core/transactions")).json(body))
                .hasStatus(400)
                .has("/code", "request_invalid")
                .has("/details/context", "body")
                .wasRefusedAt("input", "input-invalid");
    }

    private HttpCall trade(String amount) {
        return ada.quote(account(ADAS_SPENDING), account(ADAS_BITCOIN), amount("EUR", amount));
    }

    private static HttpCall inPerson(HttpCall call) {
        return call.header("X-Uphold-User-Ip", "192.0.2.7").header("X-Uphold-User-Agent", "Browser/1.0");
    }

    private static void notAllowed(HttpCall commit, String reasons) {
        AnswerAssert answer = assertThat(commit)
                .hasStatus(409)
                .has("/code", "operation_not_allowed")
                .wasRefusedAt("rules", "not-permitted");
        assertThat(answer.answer().at("/details/reasons").toString()).isEqualTo(reasons);
    }
}
