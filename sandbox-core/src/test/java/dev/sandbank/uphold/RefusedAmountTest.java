package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BANK;
import static dev.sandbank.testing.UpholdSeed.ADAS_BITCOIN;
import static dev.sandbank.testing.UpholdSeed.ADAS_DOLLARS;
import static dev.sandbank.testing.UpholdSeed.ADAS_ETHER;
import static dev.sandbank.testing.UpholdSeed.ADAS_POUNDS;
import static dev.sandbank.testing.UpholdSeed.ADAS_SAVINGS;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.testing.UpholdSeed.ADAS_US_BANK;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_BANK;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_BITCOIN;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_CONTA;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static dev.sandbank.uphold.Payer.crypto;
import static dev.sandbank.uphold.Payer.external;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.AnswerAssert;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts that the bank does not move: by what the assets, the user and the limits allow. */
class RefusedAmountTest {

    private static final String TEN = amount("EUR", "10.00");

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private final Payer ada = new Payer(bank, ADA);

    @ParameterizedTest
    @CsvSource({"EUR,10.001,0.01", "JPY,0.5,1", "BTC,0.123456789,0.00000001"})
    void movesNoPartOfWhatCannotBeParted(String asset, String amount, String least) {
        assertThat(ada.quote(account(ADAS_SPENDING), account(ADAS_BITCOIN), amount(asset, amount)))
                .hasStatus(400)
                .has("/details/violations/0/property", "denomination.amount")
                .has("/details/violations/0/rule", "multipleOf")
                .has("/details/violations/0/ruleParams/multipleOf", least);
    }

    @Test
    void convertsOnlyWhatCanBeSoldAndBought() {
        String stellar = crypto("XLM", "stellar", "G" + "A".repeat(55), ",\"reference\":\"Rent\"");

        assertThat(ada.quote(account(ADAS_DOLLARS), stellar, amount("USD", "1")))
                .hasStatus(409)
                .hasBody("""
                        {"code": "asset_feature_not_available",
                         "message": "The feature buy is not available for the asset of the destination",
                         "details": {"context": "body", "property": "destination", "feature": "buy"}}
                        """);
    }

    @Test
    void needsTheCapability() {
        Payer bruno = new Payer(bank, BRUNO);

        assertThat(bruno.quote(account(BRUNOS_CONTA), account(BRUNOS_BITCOIN), TEN))
                .hasStatus(409)
                .hasBody("""
                        {"code": "user_capability_failure", "message": "The user has constraints on the capability trades",
                         "details": {"capability": {"code": "trades",
                           "requirements": ["user-must-submit-identity"], "restrictions": []}}}
                        """)
                .wasRefusedAt("rules", "capability-missing");
        assertThat(bruno.quote(account(BRUNOS_CONTA), external(BRUNOS_BANK), TEN))
                .hasStatus(201);
    }

    @ParameterizedTest
    @CsvSource({"0.99,minimum-limit-not-met,minimumAmount,1", "4000.01,maximum-limit-exceeded,maximumAmount,4000"})
    void staysWithinTheLimits(String amount, String rule, String member, String limit) {
        amountInvalid(ada.quote(account(ADAS_SAVINGS), account(ADAS_BITCOIN), amount("EUR", amount)), rule)
                .has("/details/limit/" + member, limit);
    }

    @Test
    void movesSomethingAtAll() {
        amountInvalid(
                ada.quote(account(ADAS_POUNDS), external(ADAS_BANK), amount("GBP", "0.50")), "minimum-limit-not-met");
        amountInvalid(
                ada.quote(account(ADAS_ETHER), account(ADAS_POUNDS), amount("ETH", "0.000000000000000001")),
                "minimum-limit-not-met");
    }

    @Test
    void takesNoFundsOutThatHaveNotSettled() {
        amountInvalid(
                        ada.quote(account(ADAS_DOLLARS), external(ADAS_US_BANK), amount("USD", "110.21")),
                        "transacting-unsettled-funds")
                .has("/details/unsettledFunds/settlementAt", "2031-04-01T00:00:00.000Z")
                .has("/details/unsettledFunds/shortfallAmount", "0.01")
                .has("/details/unsettledFunds/reasons/0", "pending-ach-deposit-settlement");
        assertThat(ada.quote(account(ADAS_DOLLARS), external(ADAS_US_BANK), amount("USD", "110.20")))
                .hasStatus(201);
        assertThat(ada.quote(account(ADAS_DOLLARS), account(ADAS_SPENDING), amount("USD", "310.20")))
                .hasStatus(201);
    }

    private static AnswerAssert amountInvalid(HttpCall quote, String rule) {
        return assertThat(quote)
                .hasStatus(409)
                .has("/code", "transaction_amount_invalid")
                .has("/details/context", "body")
                .has("/details/property", "denomination")
                .has("/details/rule", rule);
    }
}
