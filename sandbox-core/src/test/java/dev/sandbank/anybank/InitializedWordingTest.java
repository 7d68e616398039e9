package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.internal.init.BankInitializer;
import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A bank that {@code init} made words each refusal by its own facts, and issues tokens where its description says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InitializedWordingTest {

    private static final String TOKENS = "/v2/auth/token";

    private Sandbank bank;
    private List<String> told;
    private String questions;

    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        told = new BankInitializer("src/test/resources/init/wording.yaml", "wortbank").write(folder);
        questions = Files.readString(folder.resolve("questions.md"));
        bank = Sandbank.start(folder.resolve("fixture.yaml").toString());
    }

    @AfterAll
    void close() {
        bank.close();
    }

    private HttpCall issue(String secret) {
        return post(bank, TOKENS).basic("app:" + secret).form("grant_type", "client_credentials");
    }

    @Test
    void issuesTokensAtTheDescribedPath() {
        String token = issue("app-secret").send().text("/access_token");

        assertThat(get(bank, "/v2/cards/none").bearer(token)).hasStatus(404);
        assertThat(issue("wrong")).hasStatus(401);
        assertThat(told).contains("   - issueToken (POST /auth/token): openapi.yaml:8: paths[\"/auth/token\"].post");
    }

    @Test
    void namesWhatWasNotFound() {
        String app = bank.tokens().forClient("app");

        assertThat(get(bank, "/v2/cards/none").bearer(app))
                .hasStatus(404)
                .has("/code", "entity_not_found")
                .has("/title", "Not Found")
                .has("/message", "The card cannot be found")
                .has("/details/entity", "card");
        assertThat(get(bank, "/v2/nowhere").bearer(app))
                .hasStatus(404)
                .has("/title", "Not Found")
                .has("/message", "Nothing answers at this path")
                .lacks("/details");
    }

    @Test
    void namesWhatWasInvalid() {
        assertThat(post(bank, "/v2/cards")
                        .bearer(bank.tokens().forClient("app"))
                        .json("{}"))
                .hasStatus(400)
                .has("/code", "request_invalid")
                .has("/details/violations/0/property", "holder")
                .has("/details/violations/0/rule", "required");
        assertThat(post(bank, "/v2/cards")
                        .bearer(bank.tokens().forClient("app"))
                        .json("{"))
                .hasStatus(400)
                .lacks("/details");
    }

    @Test
    void namesTheScopes() {
        assertThat(get(bank, "/v2/cards/none").bearer(bank.tokens().forClient("limited")))
                .hasStatus(403)
                .hasBody("{\"code\": \"no-scope\", \"title\": \"Forbidden\", \"message\": \"A scope is missing\","
                        + " \"details\": {\"required\": [\"cards\"], \"held\": []}}");
    }

    @Test
    void takesNoTitleFromAnotherStatus() {
        assertThat(call(bank, "DELETE", "/v2/cards/none").bearer(bank.tokens().forClient("app")))
                .hasStatus(405)
                .has("/title", "Method Not Allowed");
        assertThat(get(bank, "/v2/cards/none")).hasStatus(401).has("/code", "unauthenticated");
    }

    @Test
    void keepsTheQuestionsInAFile() {
        assertThat(questions)
                .startsWith("# Questions about wortbank\n\n## Who may call:\n\n1. ")
                .contains("   - issueToken (POST /auth/token): ");
    }

    @Test
    void saysHowToGoOn() {
        assertThat(told)
                .contains(
                        "  base path       /v2",
                        "  token endpoint  " + TOKENS,
                        "  client          app, secret app-secret")
                .anyMatch(line -> line.matches("  java -jar sandbank.jar check .*wortbank.yaml .*fixture.yaml"))
                .anyMatch(line -> line.matches("  java -jar sandbank.jar serve --fixture .*fixture.yaml --port 8080"));
    }
}
