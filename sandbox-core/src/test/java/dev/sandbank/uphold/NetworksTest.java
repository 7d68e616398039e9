package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks and rails: how money and coins move, told to whoever has a token. */
class NetworksTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private static HttpCall ask(Sandbank bank, String path) {
        return get(bank, "/core" + path).bearer(bank.tokens().forClient("no-scopes"));
    }

    @Test
    void areThoseOfTheFixture() {
        assertThat(ask(bank, "/networks").send().each("/networks", "code"))
                .containsExactly(
                        "ach",
                        "bitcoin",
                        "ethereum",
                        "fednow",
                        "fps",
                        "lightning",
                        "mastercard",
                        "paypal",
                        "rtp",
                        "sepa",
                        "stellar",
                        "visa",
                        "wire",
                        "xrp-ledger");
    }

    @Test
    void haveWhatTheirKindHas() {
        assertThat(ask(bank, "/networks/bitcoin")).hasStatus(200).wasAllowed().hasBody("""
                {"network": {"code": "bitcoin", "name": "Bitcoin", "type": "crypto",
                 "exampleAddress": "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
                 "explorer": {"addressUrl": "https://explorer.example.test/address/<hash>",
                   "txUrl": "https://explorer.example.test/tx/<hash>"}}}
                """);
        assertThat(ask(bank, "/networks/fps")).hasBody("""
                {"network": {"code": "fps", "name": "Faster Payments", "type": "bank",
                 "reference": {"type": "payment-reference"}}}
                """);
        assertThat(ask(bank, "/networks/visa")).has("/network/logo", "https://logos.example.test/visa.svg");
    }

    @ParameterizedTest
    @CsvSource({
        "card,'mastercard,visa'",
        "'card,apm','mastercard,paypal,visa'",
        "crypto,'bitcoin,ethereum,lightning,stellar,xrp-ledger'"
    })
    void areFoundByTheirKind(String types, String codes) {
        assertThat(ask(bank, "/networks?type=" + types).send().each("/networks", "code"))
                .containsExactly(codes.split(","));
    }

    @Test
    void areUnknownWhereNothingNamesThem() {
        assertThat(ask(bank, "/networks/dogecoin"))
                .hasStatus(404)
                .has("/details/entity", "network")
                .wasRefusedAt("resource", DenialReason.RESOURCE_UNKNOWN);
    }

    @Test
    void areThoseThatRailsAndExternalAccountsNameWithoutAList() {
        try (Sandbank listless = Sandbank.builder().fixtureText("""
                bank: uphold
                clients: [{id: no-scopes, secret: no-scopes-2Ts7eW, scopes: []}]
                users:
                  - {id: 0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10, type: business, email: a@example.test}
                externalAccounts:
                  - {id: 2d0f7c0e-93f1-4a52-8f0e-6a7f3d1c9b20, owner: 0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10,
                     type: bank, label: Bank, asset: GBP, network: bacs}
                rails: [{id: stellar, network: stellar, asset: XLM}, {id: own, network: own, asset: XLM}]
                """).start()) {
            assertThat(ask(listless, "/networks")).hasBody("""
                    {"networks": [{"code": "bacs", "name": "bacs", "type": "bank"},
                     {"code": "own", "name": "own", "type": "crypto"},
                     {"code": "stellar", "name": "Stellar", "type": "crypto", "reference": {"type": "memo"}}]}
                    """);
            assertThat(ask(listless, "/networks/bacs")).hasStatus(200);
        }
    }

    @Test
    void haveRails() {
        assertThat(ask(bank, "/rails?network=ach,bitcoin")).hasStatus(200).hasBody("""
                {"rails": [{"type": "crypto", "network": "bitcoin", "method": "crypto-transaction", "asset": "BTC",
                  "decimals": 8, "features": ["deposit", "withdraw"]},
                 {"type": "bank", "network": "ach", "method": "bank-transfer", "asset": "USD", "decimals": 2,
                  "features": ["deposit", "withdraw"],
                  "constraints": [{"rule": "allowed-deposit-accounts", "allowed": "default-only"}]}]}
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "'type=card&asset=JPY',mastercard",
        "method=paypal,paypal",
        "'type=crypto&asset=BTC','bitcoin,lightning'",
        "'asset=EUR,GBP&type=bank','fps,sepa'"
    })
    void haveRailsThatFitEverythingThatIsAskedFor(String query, String networks) {
        assertThat(ask(bank, "/rails?" + query).send().each("/rails", "network"))
                .containsExactly(networks.split(","));
    }

    @Test
    void mayHaveNoRailsAtAll() {
        assertThat(ask(bank, "/rails?network=nowhere")).hasStatus(200).hasBody("{\"rails\": []}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/networks?type=",
                "/networks?type=cash",
                "/networks?type=bank,bank",
                "/rails?type=cash",
                "/rails?method=cash",
                "/rails?asset=EUR,EUR",
                "/rails?network="
            })
    void areNotFoundByAQueryThatIsNotWellFormed(String path) {
        Answer answer = ask(bank, path).send();

        assertThat(answer).hasStatus(400).has("/code", "request_invalid").has("/details/context", "query");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rails: [{id: r, network: visa, asset: EUR, type: card}] | method: found nothing",
                "rails: [{id: r, network: n, asset: EUR, type: bank, contractAddress: x}] | contractAddress: found",
                "rails: [{id: r, network: n, asset: EUR, method: bank-transfer}] | method: found",
                "rails: [{id: r, network: n, asset: EUR, constraints: [{rule: allowed-deposit-accounts, allowed: default-only}]}] | constraints: found",
                "networks: [{id: n, type: card, reference: memo}] | reference: found",
                "networks: [{id: n, type: crypto, reference: payment-reference}] | reference: found",
                "networks: [{id: n, type: crypto, logo: 'http://a.example.test'}] | logo: found",
            })
    void haveNothingThatIsNotOfTheirKind(String members, String told) {
        assertThatThrownBy(() -> Sandbank.builder()
                        .fixtureText("bank: uphold\n" + members + "\n")
                        .start()
                        .close())
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining(told);
    }
}
