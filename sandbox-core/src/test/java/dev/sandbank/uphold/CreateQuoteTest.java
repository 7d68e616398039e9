package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BANK;
import static dev.sandbank.testing.UpholdSeed.ADAS_BITCOIN;
import static dev.sandbank.testing.UpholdSeed.ADAS_DOLLARS;
import static dev.sandbank.testing.UpholdSeed.ADAS_ETHER;
import static dev.sandbank.testing.UpholdSeed.ADAS_GIFTS;
import static dev.sandbank.testing.UpholdSeed.ADAS_POUNDS;
import static dev.sandbank.testing.UpholdSeed.ADAS_RIPPLES;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static dev.sandbank.uphold.Payer.arriving;
import static dev.sandbank.uphold.Payer.crypto;
import static dev.sandbank.uphold.Payer.external;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code core.create-quote}: what leaves, what arrives and what it costs, for half a minute. */
class CreateQuoteTest {

    private static final String BITCOIN_ADDRESS = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private final Payer ada = new Payer(bank, ADA);

    @Test
    void tellsAllThatThereIsToKnow() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
        Payer payer = new Payer(bank, ADA);

        Answer quote = payer.quote(account(ADAS_POUNDS), account(ADAS_BITCOIN), amount("GBP", "100.00"))
                .send();

        assertThat(quote).hasStatus(201).wasAllowed().hasNoHeader("Location").hasBody("""
                {"quote": {"id": "%s",
                  "origin": {"asset": "GBP", "amount": "100.00", "rate": "43200.0898561869",
                    "node": {"type": "account", "id": "%s", "ownerId": "%s"}},
                  "destination": {"asset": "BTC", "amount": "0.00231481", "rate": "0.0000231481",
                    "node": {"type": "account", "id": "%s", "ownerId": "%s"}},
                  "denomination": {"asset": "GBP", "amount": "100.00", "rate": "1", "target": "origin"},
                  "fees": [], "requirements": [], "expiresAt": "2031-03-03T09:00:30.000Z"}}
                """.formatted(
                        quote.text("/quote/id"), ADAS_POUNDS, ADA, ADAS_BITCOIN, ADA));
    }

    @ParameterizedTest
    @CsvSource({
        // exactly so much leaves: what arrives is rounded down
        ADAS_SPENDING + "," + ADAS_GIFTS + ",EUR,10,origin,10.00,10.00,1",
        ADAS_SPENDING + "," + ADAS_POUNDS + ",EUR,10.00,origin,10.00,8.62,1",
        ADAS_POUNDS + "," + ADAS_SPENDING + ",GBP,0.01,origin,0.01,0.01,1",
        ADAS_BITCOIN + "," + ADAS_SPENDING + ",BTC,0.00000333,origin,0.00000333,0.16,1",
        // exactly so much arrives: what leaves is rounded up
        ADAS_SPENDING + "," + ADAS_POUNDS + ",GBP,8.62,destination,10.00,8.62,1",
        ADAS_BITCOIN + "," + ADAS_SPENDING + ",EUR,0.16,destination,0.0000032,0.16,1",
        ADAS_POUNDS + "," + ADAS_BITCOIN + ",BTC,0.00000001,destination,0.01,0.00000001,1",
        // said of the other end, or of neither
        ADAS_BITCOIN + "," + ADAS_SPENDING + ",EUR,100.00,origin,0.002,100.00,0.00002",
        ADAS_SPENDING + "," + ADAS_BITCOIN + ",EUR,100.00,destination,100.00,0.002,0.00002",
        ADAS_BITCOIN + "," + ADAS_ETHER + ",GBP,100.00,origin,0.00231481,0.0462962,0.00002314814814814815",
        // through US dollars: ripples have no rate in pounds
        ADAS_POUNDS + "," + ADAS_RIPPLES + ",GBP,10.00,origin,10.00,23.148148,1"
    })
    void isExactAndNeverInventsAnything(
            String origin,
            String destination,
            String asset,
            String amount,
            String target,
            String leaving,
            String arriving,
            String rate) {
        String denomination = target.equals("origin") ? amount(asset, amount) : arriving(asset, amount);

        assertThat(ada.quote(account(origin), account(destination), denomination))
                .hasStatus(201)
                .has("/quote/origin/amount", leaving)
                .has("/quote/destination/amount", arriving)
                .has("/quote/denomination/amount", amount)
                .has("/quote/denomination/target", target)
                .has("/quote/denomination/rate", rate);
    }

    @Test
    void takesFeesOutOfWhatArrives() {
        assertThat(ada.quote(account(ADAS_RIPPLES), account(ADAS_SPENDING), amount("XRP", "100")))
                .has("/quote/origin/amount", "100")
                .has("/quote/destination/amount", "49.25")
                .has("/quote/fees/0/type", "exchange")
                .has("/quote/fees/0/code", "exchange-fee")
                .has("/quote/fees/0/asset", "XRP")
                .has("/quote/fees/0/amount", "1.5")
                .has("/quote/fees/0/percentage", "1.5")
                .lacks("/quote/fees/1");
    }

    @Test
    void addsFeesToWhatLeavesWhereSoMuchIsToArrive() {
        assertThat(ada.quote(account(ADAS_RIPPLES), account(ADAS_SPENDING), arriving("XRP", "100")))
                .has("/quote/origin/amount", "101.5")
                .has("/quote/destination/amount", "50.00")
                .has("/quote/fees/0/amount", "1.5");
    }

    @Test
    void hasFixedFeesToo() {
        assertThat(ada.quote(account(ADAS_POUNDS), external(ADAS_BANK), amount("GBP", "20.00")))
                .hasStatus(201)
                .has("/quote/origin/amount", "20.00")
                .has("/quote/destination/amount", "19.50")
                .has("/quote/destination/node/type", "external-account")
                .has("/quote/destination/node/ownerId", ADA)
                .has("/quote/fees/0/type", "withdrawal")
                .has("/quote/fees/0/amount", "0.50")
                .lacks("/quote/fees/0/percentage");
    }

    @Test
    void goesToCryptoAddresses() {
        assertThat(ada.quote(
                        account(ADAS_BITCOIN), crypto("BTC", "bitcoin", BITCOIN_ADDRESS, ""), arriving("BTC", "0.001")))
                .hasStatus(201)
                .has("/quote/origin/amount", "0.0011")
                .has("/quote/destination/amount", "0.001")
                .has("/quote/destination/node/network", "bitcoin")
                .has("/quote/destination/node/address", BITCOIN_ADDRESS)
                .has("/quote/destination/node/execution/mode", "simulated")
                .lacks("/quote/destination/node/execution/transactionHash")
                .has("/quote/fees/0/type", "network");
    }

    @Test
    void saysTargetOriginByDefaultAndRepeatsTheAmountAsItWas() {
        assertThat(ada.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", "010.0")))
                .has("/quote/denomination/target", "origin")
                .has("/quote/denomination/amount", "010.0")
                .has("/quote/origin/amount", "10.00");
    }

    @Test
    void holdsNoFundsAndNeedsNone() {
        assertThat(ada.quote(account(ADAS_GIFTS), account(ADAS_SPENDING), amount("EUR", "1000000")))
                .hasStatus(201)
                .has("/quote/origin/amount", "1000000.00");

        assertThat(ada.balance(ADAS_GIFTS).path("available").asText()).isEqualTo("20.00");
    }

    @Test
    void isMadeAsOftenAsItIsAskedFor() {
        String first = ada.quote(account(ADAS_DOLLARS), account(ADAS_POUNDS), amount("USD", "1"))
                .send()
                .text("/quote/id");
        String second = ada.quote(account(ADAS_DOLLARS), account(ADAS_POUNDS), amount("USD", "1"))
                .send()
                .text("/quote/id");

        assertThat(first).isNotEqualTo(second);
    }
}
