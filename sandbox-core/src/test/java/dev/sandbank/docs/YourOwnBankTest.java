package dev.sandbank.docs;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.BuiltIn.Pair;
import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code docs/guides/your-own-bank.md} begins with two files that make a bank, and goes on with parts that fit into its dialect. */
class YourOwnBankTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "guides", "your-own-bank.md");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema());

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

    @ParameterizedTest
    @MethodSource("parts")
    void goesOnWithPartsOfADialect(JsonNode part) throws IOException {
        ObjectNode dialect = (ObjectNode) yaml(examples().get(0));
        ObjectNode operation = (ObjectNode) dialect.path("operations").get(0);
        part.properties().forEach(member -> {
            boolean isOfAnOperation =
                    List.of("resources", "rules", "work", "reply", "parameters").contains(member.getKey());
            (isOfAnOperation ? operation : dialect).set(member.getKey(), member.getValue());
        });

        assertThat(SCHEMA.validate(dialect)).isEmpty();
    }

    static Stream<JsonNode> parts() throws IOException {
        return examples().stream().skip(2).map(YourOwnBankTest::yaml);
    }

    private static List<String> examples() throws IOException {
        return YAML.matcher(Files.readString(DOCUMENT))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static JsonNode yaml(String text) {
        return new ObjectMapper().valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    private static String schema() {
        try {
            return Files.readString(Path.of("..", "fixtures", "schemas", "dialect.schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first two examples, written where the document says. */
    private String written() throws IOException {
        List<String> examples = examples();
        assertThat(examples).hasSizeGreaterThan(10);
        Files.writeString(folder.resolve("dialect.yaml"), examples.get(0));
        return Files.writeString(folder.resolve("fixture.yaml"), examples.get(1))
                .toString();
    }
}
