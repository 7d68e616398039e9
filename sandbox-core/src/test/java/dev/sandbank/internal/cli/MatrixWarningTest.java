package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.testing.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where every call is refused for its example, "nobody may" would be the wrong thing to read. */
class MatrixWarningTest {

    private static final String DIALECT = """
            dialect: mybank
            title: My Bank
            api: {base: /v1, challenge: {scheme: Bearer, realm: mybank}}
            issuer:
              path: /oauth2
              endpoints: {token: /oauth2/token}
              grants: [client_credentials]
              authMethods: [client_secret_basic]
            tokens: {reply: [access_token], realm: mybank}
            scopes: {pay: Pay}
            operations:
              - id: pay
                method: POST
                path: /payments
                scopes: [pay]
                body:
                  mediaTypes: [application/json]
                  schema: {type: object, properties: {amount: {type: string, pattern: "^[0-9]+$"}}}
                  example: {amount: much}
                work: {answer: {}}
            envelope: {contentType: application/json, body: {}}
            refusals:
              default: {body: {code: "${reason}"}}
            """;

    private static final String WARNING =
            "No caller succeeds, perhaps because of what the call sends and not because of who calls:"
                    + " input refuses the call that gets furthest, input-invalid: ";

    @TempDir
    private Path folder;

    @BeforeEach
    void openABankWhoseExampleIsBad() throws IOException {
        Files.writeString(folder.resolve("dialect.yaml"), DIALECT);
        Files.writeString(folder.resolve("fixture.yaml"), """
                bank: dialect.yaml
                clients:
                  - {id: payer, secret: payer-1Aa2Bb3C, scopes: [pay]}
                  - {id: looker, secret: looker-1Aa2Bb3C}
                """);
    }

    @Test
    void warnsInText() {
        assertThat(matrix("text").replaceAll("\\s+", " ")).contains("pay POST /payments warning: " + WARNING);
    }

    @Test
    void warnsInMarkdown() {
        assertThat(matrix("markdown")).contains("\n**" + WARNING).contains("| – | ✗ input-invalid | ✗ scope-missing |");
    }

    @Test
    void warnsInJson() {
        JsonNode warnings = Answer.parse(matrix("json")).path("warnings");

        assertThat(warnings).hasSize(1);
        assertThat(warnings.at("/0/operation").asText()).isEqualTo("pay");
        assertThat(warnings.at("/0/warning").asText()).startsWith(WARNING);
    }

    @Test
    void warnsOnThePage() {
        assertThat(Jsoup.parse(matrix("html")).select("tr.operation .warning").text())
                .startsWith(WARNING)
                .endsWith(".");
    }

    @Test
    void saysNothingWhereItIsForWhoCalls() {
        assertThat(matrix("text", "--client", "looker"))
                .contains("✗ scope-missing")
                .doesNotContain("warning:");
    }

    @Test
    void saysNothingWhereOneCallGoesWell() throws IOException {
        Files.writeString(folder.resolve("dialect.yaml"), DIALECT.replace("amount: much", "amount: \"12\""));

        assertThat(matrix("text")).contains("✓ allowed").doesNotContain("warning:");
    }

    private String matrix(String format, String... more) {
        String fixture = folder.resolve("fixture.yaml").toString();
        List<String> command = new ArrayList<>(List.of("matrix", "--fixture", fixture, "--format", format));
        command.addAll(List.of(more));
        Ran ran = Ran.command(command.toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        return ran.out();
    }
}
