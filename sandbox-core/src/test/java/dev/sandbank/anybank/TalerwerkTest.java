package dev.sandbank.anybank;

import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_CONSENT;
import static dev.sandbank.DenialReason.TOKEN_REVOKED;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Authentication;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The second example: a bank of forms, Basic, keys by which calls are made once, and lists by ids, all of it data. */
class TalerwerkTest {

    private static final String CALLBACK = "http://127.0.0.1:3000/callback";
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

    private Page connect(String person, String password) {
        return new Browser(bank)
                .open("/connect/authorize?response_type=code&client_id=budget-app&state=s&redirect_uri=" + CALLBACK)
                .signIn(new Person(person, password));
    }

    private Answer token(String... form) {
        return HttpCall.post(bank, "/connect/token")
                .form("client_id", "budget-app", "client_secret", "budget-secret-9Lm31q")
                .form(form)
                .send();
    }

    private Answer tokens(Page page) {
        return token("grant_type", "authorization_code", "code", page.told("code"), "redirect_uri", CALLBACK);
    }

    private Answer refreshed(Answer tokens) {
        return token("grant_type", "refresh_token", "refresh_token", tokens.text("/refresh_token"));
    }

    private HttpCall connected(String token) {
        return HttpCall.get(bank, "/v1/connected/wallets").bearer(token);
    }

    private List<String> wallets(String token) {
        return connected(token).send().at("/data").findValuesAsText("id");
    }

    @Test
    void hasPeoplePickTheWalletsThatAnAppMaySee() {
        Page page = connect("jon", "segeln");

        assertThat(page.document().select("fieldset label").eachText())
                .containsExactly("Jon Petersen, EUR wa_Jon0000001", "Jon Petersen, CHF wa_Jon0000002");
        assertThat(page.press("Allow").text()).contains("Pick at least one of these.");
        assertThat(page.press("Allow", "pick", "wa_Ida0000001").text()).contains("Pick at least one of these.");
        assertThat(page.press("Deny").told("error")).isEqualTo("access_denied");
        Answer tokens = tokens(page.press("Allow", "pick", "wa_Jon0000002"));
        assertThat(wallets(tokens.text("/access_token"))).containsExactly("wa_Jon0000002");
        assertThat(wallets(refreshed(tokens).text("/access_token"))).containsExactly("wa_Jon0000002");
    }

    @Test
    void endsWhatAnAppHasWithTheConnection() {
        Answer tokens = tokens(connect("jon", "segeln").press("Allow", "pick", "wa_Jon0000001"));
        String token = tokens.text("/access_token");

        assertThat(HttpCall.call(bank, "DELETE", "/v1/connected").bearer(token)).hasStatus(204);

        assertThat(connected(token)).hasStatus(401).wasRefusedAt("token", TOKEN_REVOKED);
        assertThat(refreshed(tokens))
                .hasStatus(400)
                .has("/error", "invalid_grant")
                .wasRefused(INVALID_GRANT_CONSENT);
    }

    @Test
    void endsItAfterNinetyDays() {
        Answer tokens = tokens(connect("jon", "segeln").press("Allow", "pick", "wa_Jon0000001"));

        bank.clock().advance(Duration.ofDays(89));
        Answer later = refreshed(tokens);
        assertThat(wallets(later.text("/access_token"))).containsExactly("wa_Jon0000001");
        bank.clock().advance(Duration.ofDays(1));
        assertThat(refreshed(later).decision().explain())
                .contains(" is no longer valid: its validUntil is 2031-06-01T09:00:00.000Z");
    }

    @Test
    void letsATestPick() {
        assertThat(wallets(bank.tokens().forUser("budget-app", "jon"))).hasSize(2);
        Authentication one = Authentication.by("pwd").consent("wa_Jon0000001");
        assertThat(wallets(bank.tokens().forUser("budget-app", "jon", one))).containsExactly("wa_Jon0000001");
        assertThatThrownBy(() -> bank.tokens().forUser("budget-app", "ida", one))
                .hasMessage("user ida has no \"wa_Jon0000001\" to consent to, did you mean \"wa_Ida0000001\"?");
    }
}
