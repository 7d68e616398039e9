package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BITCOIN;
import static dev.sandbank.testing.UpholdSeed.ADAS_GIFTS;
import static dev.sandbank.testing.UpholdSeed.ADAS_QUOTE;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.UNKNOWN_ACCOUNT;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static dev.sandbank.uphold.Payer.crypto;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code core.create-transaction}: a quote becomes a transaction, once, as long as it lives. */
class CommitTest {

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
}
