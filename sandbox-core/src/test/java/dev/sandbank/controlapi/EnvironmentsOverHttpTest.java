package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.ControlAnswer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which environment a control is about; without saying so it is the one without a prefix. */
class EnvironmentsOverHttpTest {

    private static final String FIXTURE = """
            bank: apiture
            clients: &clients
              - {id: app, secret: app-secret-1, scopes: [banking/read]}
            users: &users
              - {id: ada, username: ada, password: correct horse}
            accounts: &accounts
              - id: acct-000001
                number: "000000000001"
                product: {type: savings, code: SAV01, label: Saver, description: Savings}
                balance: "100.00"
            environments:
              cat: {clients: *clients, users: *users, accounts: *accounts}
              cat2: {clients: *clients, users: *users, accounts: *accounts, settings: {controlApi: false}}
            """;

    @AutoClose
    private final Sandbank bank = Sandbank.builder().fixtureText(FIXTURE).start();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | /users/ada/block                              |
            PUT  | /users/ada/password                           | {"password": "another"}
            PUT  | /users/ada/entitlements/acct-000001/view      |
            PUT  | /clients/app/scopes                           | {"scopes": []}
            PUT  | /clients/app/secret                           | {"secret": "another"}
            POST | /clients/app/disable                          |
            POST | /tokens                                       | {"client": "app"}
            POST | /keys/rotate                                  |
            """)
    void isTheOneThatIsNamed(String method, String path, String content) {
        assertThat(done(method, path + "?environment=cat", content).status()).isBetween(200, 204);
        assertThat(latestChange()).endsWith(" (/cat)");

        bank.reset();
        assertThat(done(method, path + "?environment=", content).status()).isBetween(200, 204);
        assertThat(latestChange()).doesNotContain("(/");
    }

    @Test
    void hasTokensOfItsOwn() {
        String token =
                done("POST", "/tokens?environment=cat", "{\"client\": \"app\"}").text("/token");

        assertThat(get(bank, "/cat/banking/accounts").bearer(token).send().status())
                .isEqualTo(200);
        assertThat(get(bank, "/banking/accounts").bearer(token).send().status()).isEqualTo(401);
        done("POST", "/tokens/revoke", "{\"token\": \"" + token + "\"}").isProblem(404, "did not issue that token");
        done("POST", "/tokens/revoke?environment=cat", "{\"token\": \"" + token + "\"}")
                .hasStatus(204);
    }

    @Test
    void isLeftAloneIfItsSettingSaysSo() {
        done("POST", "/users/ada/block?environment=cat2", null)
                .isProblem(404, "the fixture switches off the control of this environment (setting controlApi)");

        assertThat(bank.environment("cat2").user("ada").status()).isEqualTo("active");
    }

    @Test
    void isToldIfItIsMisspelt() {
        done("POST", "/users/ada/block?environment=cta", null)
                .isProblem(404, "there is no environment \"cta\", did you mean \"cat\"?");
    }

    private ControlAnswer done(String method, String path, String content) {
        var call = control(bank, method, path);
        return (content == null ? call : call.json(content)).send();
    }

    private String latestChange() {
        var changes = bank.journal().changes();
        return changes.get(changes.size() - 1).what();
    }
}
