package dev.sandbank.docs;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.BuiltIn.Pair;
import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/guides/your-own-bank.md} begins with two files that make a bank. */
class YourOwnBankTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "guides", "your-own-bank.md");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void beginsWithABankThatWorks() throws IOException {
        try (Sandbank bank = Sandbank.start(written())) {
            String token = HttpCall.clientCredentials(bank, new Pair("annas-app", "annas-secret"))
                    .send()
                    .text("/access_token");

            assertThat(HttpCall.get(bank, "/v1/accounts").bearer(token))
                    .hasStatus(200)
                    .has("/accounts/0/balance", "12.00");
            assertThat(HttpCall.get(bank, "/v1/accounts"))
                    .hasStatus(401)
                    .has("/code", "token-missing")
                    .hasHeader("WWW-Authenticate", "Bearer realm=\"mybank\"");
            assertThat(HttpCall.get(bank, "/v1/nowhere").bearer(token)).hasStatus(404);
            assertThat(HttpCall.call(bank, "DELETE", "/v1/accounts").bearer(token))
                    .hasStatus(405)
                    .hasHeader("Allow", "GET, HEAD");
        }
    }

    @Test
    void letsATestHaveATokenForAUser() throws IOException {
        try (Sandbank bank = Sandbank.start(written())) {
            assertThat(HttpCall.get(bank, "/v1/accounts").bearer(bank.tokens().forUser("app", "anna")))
                    .hasStatus(200)
                    .has("/accounts/0/id", "a1");
        }
    }

    /** The first two examples, written where the document says. */
    private String written() throws IOException {
        List<String> examples = YAML.matcher(Files.readString(DOCUMENT))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(examples).hasSizeGreaterThan(2);
        Files.writeString(folder.resolve("dialect.yaml"), examples.get(0));
        return Files.writeString(folder.resolve("fixture.yaml"), examples.get(1))
                .toString();
    }
}
