package dev.sandbank.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandbank.internal.model.operation.GateName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of gates is the one that both banks are known to ask, and every document and the schema tell that list. */
class GateListTest {

    private static final List<String> IN_ORDER = List.of(
            "token",
            "limit",
            "route",
            "scope",
            "on-behalf-of",
            "subject",
            "blocked",
            "input",
            "resource",
            "entitlement",
            "rules");

    private static String read(String file) throws IOException {
        return Files.readString(Path.of("..", file));
    }

    private static List<String> rows(String file) throws IOException {
        String any = String.join("|", IN_ORDER);
        return Pattern.compile("(?m)^\\| `?(" + any + ")`? \\|")
                .matcher(read(file))
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    @Test
    void isTheOrderInWhichTheyAreAsked() {
        assertThat(GateName.words()).isEqualTo(IN_ORDER);
    }

    @Test
    void isToldByTheReadme() throws IOException {
        assertThat(rows("README.md")).isEqualTo(IN_ORDER);
    }

    @Test
    void isToldWithWhatEachRefuses() throws IOException {
        String text = read("docs/architecture.md");
        for (GateName gate : GateName.values()) {
            assertThat(text).contains("| `" + gate.word() + "` | " + gate.refuses() + " |");
        }
    }

    @Test
    void isToldWithWhatTheCatalogueHasOfEach() throws IOException {
        assertThat(rows("docs/reference/catalogues.md"))
                .isEqualTo(
                        IN_ORDER.stream().filter(gate -> !gate.equals("route")).toList());
    }

    @ParameterizedTest
    @CsvSource({"docs/reference/dialects.md", "docs/reference/explain.md"})
    void isToldInSentences(String file) throws IOException {
        String gap = "[`,\\s]+(?:\\([^)]*\\)|or|,|`|\\s)*";
        assertThat(Pattern.compile(String.join(gap, IN_ORDER))
                        .matcher(read(file))
                        .results())
                .extracting(MatchResult::group)
                .hasSize(1);
    }

    @Test
    void isWhatADialectMayNameAsFarAsItMay() throws IOException {
        JsonNode gates = new ObjectMapper()
                .readTree(read("fixtures/schemas/dialect.schema.json"))
                .findValue("gate")
                .path("enum");
        assertThat(gates)
                .extracting(JsonNode::asText)
                .isEqualTo(IN_ORDER.subList(IN_ORDER.indexOf("on-behalf-of"), IN_ORDER.size()));
    }
}
