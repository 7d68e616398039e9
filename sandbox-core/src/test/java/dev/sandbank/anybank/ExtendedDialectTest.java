package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import dev.sandbank.testing.HttpCall;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dialect may extend another one, entry by entry. */
class ExtendedDialectTest {

    private static final String BASE = """
            dialect: base
            title: Base
            api: {base: /api, challenge: {scheme: Bearer, realm: base}}
            issuer: {path: /idp, endpoints: {token: /idp/token}, grants: [client_credentials], authMethods: [client_secret_basic]}
            tokens: {reply: [access_token, token_type], realm: base}
            scopes: {read: Read}
            settings: {most: {type: integer, default: 2, about: How many}}
            collections: {notes: {visible: all}}
            operations:
              - {id: list, method: GET, path: /notes, scopes: [read], work: {list: {collection: notes}}}
              - {id: count, method: GET, path: /count, scopes: [read], work: {list: {collection: notes}}, reply: {body: {n: "${matching}"}}}
            envelope: {contentType: application/json, body: {}}
            refusals: {default: {body: {code: "${reason}"}}, token-missing: {status: 401, body: {code: none}}}
            """;
    private static final String FIXTURE = """
            bank: ./mine.yaml
            clients: [{id: app, secret: app-secret, scopes: [read]}]
            notes: [{id: n-1}]
            """;

    @TempDir
    private Path folder;

    private Sandbank start(String dialect) {
        DescribedBank.write(folder, Map.of("base.yaml", BASE, "mine.yaml", dialect, "fixture.yaml", FIXTURE));
        return Sandbank.start(folder.resolve("fixture.yaml").toString());
    }

    @Test
    void changesMembersOfEntriesAndKeepsTheRest() {
        try (Sandbank bank = start("""
                extends: base.yaml
                dialect: mine
                settings: {most: {default: 3}}
                operations:
                  count: {reply: {body: {count: "${matching}", most: "${setting.most}"}}}
                """)) {
            assertThat(bank.bankName()).isEqualTo("mine");
            String token = bank.tokens().forClient("app");
            assertThat(HttpCall.get(bank, "/api/count").bearer(token).send().json())
                    .hasToString("{\"count\":1,\"most\":\"3\"}");
            assertThat(HttpCall.get(bank, "/api/notes").bearer(token)).hasStatus(200);
        }
    }

    @Test
    void takesEntriesAway() {
        try (Sandbank bank = start("""
                extends: base.yaml
                dialect: mine
                operations: {list: null}
                refusals: {token-missing: null}
                """)) {
            assertThat(HttpCall.get(bank, "/api/notes").bearer(bank.tokens().forClient("app")))
                    .wasRefused("route-unknown");
            assertThat(HttpCall.get(bank, "/api/count").send().text("/code")).isEqualTo("token-missing");
        }
    }

    /** What is built in is then checked as a whole, as any other. */
    @ParameterizedTest
    @CsvSource({
        "apiture, /banking/accounts, mostRetries: {default: 2}",
        "uphold, /core/accounts, requestLimit: {default: 2}"
    })
    void mayBeABuiltInOne(String bank, String path, String settings) {
        DescribedBank.write(
                folder,
                Map.of(
                        "mine.yaml",
                        "extends: %s\ndialect: %s-strict\nsettings: {%s}\n".formatted(bank, bank, settings),
                        "fixture.yaml",
                        "bank: ./mine.yaml\nclients: [{id: app, secret: app-secret}]\n"));
        try (Sandbank sandbank = Sandbank.start(folder.resolve("fixture.yaml").toString())) {
            assertThat(HttpCall.get(sandbank, path)).hasStatus(401);
        }
    }

    @Test
    void tellsWhatIsWrongWhereItStands() {
        assertThatThrownBy(() -> start("""
                        extends: base.yaml
                        dialect: mine
                        operations:
                          count: {scopes: [raed]}
                        """).close())
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining("mine.yaml:4: operations.count.scopes[0]: found \"raed\", expected a scope");
    }

    @Test
    void doesNotExtendItself() {
        assertThatThrownBy(() -> start("extends: mine.yaml\ndialect: mine\n").close())
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining("expected a dialect that does not extend this one");
    }
}
