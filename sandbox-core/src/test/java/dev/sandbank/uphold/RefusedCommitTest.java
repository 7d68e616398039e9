package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BANK;
import static dev.sandbank.testing.UpholdSeed.ADAS_CARD;
import static dev.sandbank.testing.UpholdSeed.ADAS_EMPTY;
import static dev.sandbank.testing.UpholdSeed.ADAS_GIFTS;
import static dev.sandbank.testing.UpholdSeed.ADAS_POUNDS;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
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

/** Why a quote does not become a transaction, though it is one. */
class RefusedCommitTest {

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
