package dev.sandbank.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.fixture.problem.FixtureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dialects of any kind are refused with their problems, or make a bank that answers.
 *
 * <p>{@code {dialect}} is a small bank whose operations an input goes on with.
 */
class DialectsFuzzTest {

    private static final String DIALECT = """
            dialect: mybank
            title: My Bank
            api: {base: /v1, challenge: {scheme: Bearer, realm: mybank}}
            issuer:
              path: /oauth2
              endpoints: {token: /oauth2/token}
              grants: [client_credentials]
              authMethods: [client_secret_basic]
            tokens: {reply: [access_token, token_type, expires_in, scope], realm: mybank}
            scopes: {accounts: Read accounts}
            collections:
              accounts: {visible: owned, owner: owner}
            envelope: {contentType: application/json, body: {}}
            refusals:
              default: {body: {code: "${reason}", message: "${detail}"}}
            operations:
            """;
    private static final String FIXTURE = """
            bank: .
            clients:
              - {id: app, secret: app-secret, scopes: [accounts]}
              - {id: annas-app, secret: annas-secret, scopes: [accounts], user: anna}
            users:
              - {id: anna}
            accounts:
              - {id: a1, owner: anna, balance: "12.00"}
              - {id: a2, owner: anna, balance: "1.00"}
            """;

    @TempDir
    Path folder;

    @FuzzTest
    void areRefusedOrMakeABank(byte[] input) throws IOException {
        Path dialect = folder.resolve("dialect.yaml");
        Path fixture = folder.resolve("fixture.yaml");
        String text = Notation.read(input, Map.of("dialect", DIALECT));
        Files.write(dialect, Notation.bytes(text));
        Files.writeString(fixture, FIXTURE);
        Library.ofProcess().fixtures().check(dialect.toString());
        PreparedFixture prepared;
        try {
            prepared = Library.ofProcess().named(fixture.toString());
        } catch (FixtureException refused) {
            Promises.assertTellsNothingOfTheInside(String.valueOf(refused.getMessage()), text + folder);
            return;
        }
        FixturesFuzzTest.ask(prepared);
        operate(prepared);
    }

    /** Content and long queries for the operation that an input may have. */
    private static void operate(PreparedFixture prepared) {
        try (InMemoryBank bank = InMemoryBank.of(prepared)) {
            String bearer = "Bearer " + bank.token("annas-app");
            bank.send(new Message("GET", "/v1/accounts?page=2&size=1&q=" + "\u00ff".repeat(60_000))
                    .with("Authorization", bearer));
            Message post = new Message("POST", "/v1/accounts")
                    .with("Authorization", bearer)
                    .with("Content-Type", "application/json");
            for (String body : new String[] {
                "{\"n\":1e999999999}",
                "{\"n\":\"" + "aaaaaaaaaa ".repeat(6_000) + "!\"}",
                "{\"n\":".repeat(900) + "1" + "}".repeat(900)
            }) {
                bank.send(new Message(post.method(), post.target(), post.headers(), body));
            }
        }
    }
}
