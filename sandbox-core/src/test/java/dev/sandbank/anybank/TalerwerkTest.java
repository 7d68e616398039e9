package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Authentication;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The second example: a bank of forms, Basic, keys by which calls are made once, and lists by ids, all of it data. */
class TalerwerkTest {

    private static final String KIOSK = "kiosk:kiosk-secret-4Kd82x";

    @AutoClose
    private final Sandbank bank = Sandbank.start("dev/sandbank/fixtures/examples/talerwerk/fixture.yaml");

    private HttpCall kiosk(String method, String path) {
        return HttpCall.call(bank, method, "/v1" + path).basic(KIOSK);
    }

    private HttpCall transfer(String amount) {
        return kiosk("POST", "/transfers")
                .form("source", "wa_Ida0000001", "destination", "wa_Jon0000001", "amount", amount);
    }

    private int balance(String wallet) {
        return kiosk("GET", "/wallets/" + wallet).send().at("/balance").asInt();
    }

    @Test
    void opensWalletsByNestedForms() {
        Answer opened = kiosk("POST", "/wallets")
                .form("currency", "CHF", "holder[name]", "Ann", "holder[address][country]", "CH", "metadata[shop]", "7")
                .send();

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("/id")).matches("wa_[A-Za-z0-9]{10}");
        assertThat(opened.at("/holder")).hasToString("{\"name\":\"Ann\",\"address\":{\"country\":\"CH\"}}");
        assertThat(opened.at("/balance").asInt()).isZero();
        assertThat(kiosk("POST", "/wallets").form("currency", "USD", "holder[name]", "Ann"))
                .hasStatus(400)
                .has("/error/param", "currency");
    }

    @Test
    void movesMoneyFromOneWalletToTheOther() {
        assertThat(transfer("2000")).hasStatus(201).has("/object", "transfer");
        assertThat(balance("wa_Ida0000001")).isEqualTo(10000);
        assertThat(balance("wa_Jon0000001")).isEqualTo(2300);
        assertThat(transfer("10001")).hasStatus(402).has("/error/code", "balance_insufficient");
        assertThat(balance("wa_Ida0000001")).isEqualTo(10000);
    }

    @Test
    void movesItOnceForEachKey() {
        Answer first = transfer("100").header("Idempotency-Key", "order-0001").send();

        assertThat(transfer("100").header("Idempotency-Key", "order-0001"))
                .hasStatus(201)
                .has("/id", first.text("/id"));
        assertThat(transfer("200").header("Idempotency-Key", "order-0001"))
                .hasStatus(409)
                .has("/error/message", "The key was used for another request, which made " + first.text("/id"));
        assertThat(balance("wa_Ida0000001")).isEqualTo(11900);
        bank.clock().advance(Duration.ofHours(25));
        assertThat(transfer("100").header("Idempotency-Key", "order-0001")).hasStatus(201);
        assertThat(balance("wa_Ida0000001")).isEqualTo(11800);
    }

    @Test
    void listsByIds() {
        Answer first = kiosk("GET", "/wallets?limit=2").send();
        String last = first.text("/data/1/id");

        assertThat(first.at("/has_more").asBoolean()).isTrue();
        Answer next = kiosk("GET", "/wallets?limit=2&starting_after=" + last).send();
        assertThat(next.at("/data")).hasSize(1);
        assertThat(next.at("/has_more").asBoolean()).isFalse();
        assertThat(kiosk("GET", "/wallets?limit=2&ending_before=" + next.text("/data/0/id"))
                        .send()
                        .at("/data"))
                .isEqualTo(first.at("/data"));
        assertThat(kiosk("GET", "/wallets?starting_after=wa_Nobody0001")).wasRefused("resource-unknown");
    }

    @Test
    void findsATransferBelowItsWalletOnly() {
        assertThat(kiosk("GET", "/wallets/wa_Ida0000001/transfers/tr_First00001"))
                .hasStatus(200);
        assertThat(kiosk("GET", "/wallets/wa_Jon0000001/transfers/tr_First00001"))
                .wasRefusedAt("resource", "resource-unknown");
    }

    @Test
    void knowsPartnersByBasicAlone() {
        assertThat(HttpCall.get(bank, "/v1/wallets")).hasStatus(401).wasRefused("token-missing");
        assertThat(HttpCall.get(bank, "/v1/wallets").basic("kiosk:wrong")).hasStatus(401);
        assertThat(HttpCall.get(bank, "/v1/wallets").basic("budget-app:budget-secret-9Lm31q"))
                .hasStatus(403)
                .wasRefused("scope-missing");
        assertThat(HttpCall.get(bank, "/v1/wallets").bearer(bank.tokens().forUser("budget-app", "ida")))
                .hasStatus(401);
    }

    @Test
    void tellsItsTermsToEverybody() {
        assertThat(HttpCall.get(bank, "/v1/terms")).hasStatus(200).has("/version", "2031-01");
    }

    @Test
    void showsAnAppItsPersonsWalletsForNinetyDays() {
        String token = bank.tokens().forUser("budget-app", "jon");

        assertThat(HttpCall.get(bank, "/v1/connected/wallets")
                        .bearer(token)
                        .send()
                        .at("/data"))
                .hasSize(2);
        String old = bank.tokens()
                .forUser("budget-app", "jon", Authentication.by("pwd").ago(Duration.ofDays(91)));
        assertThat(HttpCall.get(bank, "/v1/connected/wallets").bearer(old))
                .hasStatus(403)
                .wasRefused("connection-expired");
    }
}
