package dev.sandbank.integration.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.integration.node.NodeTools;
import dev.sandbank.integration.node.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command {@code schema} writes, in the hands of ajv and of the YAML language server that editors have. */
@TestInstance(Lifecycle.PER_CLASS)
class YamlEditorTest {

    private static final Path HOME = Path.of(System.getProperty("sandbank.editors.home"));
    private static final Path FIXTURES =
            Path.of(System.getProperty("sandbank.fixtures")).normalize();

    private JsonNode seen;

    @BeforeAll
    void editFixtures() throws IOException, InterruptedException {
        Workshop workshop =
                Workshop.in(HOME, Path.of(System.getProperty("sandbank.editors.sources")), NodeTools.ofThisMachine());
        Path schemas = Files.createDirectories(HOME.resolve("schemas")).toAbsolutePath();
        Map<String, List<String>> wanted = Map.of(
                "apiture", List.of("--bank", "apiture"),
                "uphold", List.of("--bank", "uphold"),
                "musterbank", List.of("--dialect", FIXTURES + "/examples/musterbank/dialect.yaml"),
                "talerwerk", List.of("--dialect", FIXTURES + "/examples/talerwerk"),
                "dialect", List.of("dialect"));
        List<Process> writers = new ArrayList<>();
        for (Map.Entry<String, List<String>> schema : wanted.entrySet()) {
            writers.add(write(schemas.resolve(schema.getKey() + ".json"), schema.getValue()));
        }
        for (Process writer : writers) {
            assertThat(writer.waitFor()).isZero();
        }
        seen = workshop.play("editors.mjs", schemas.toString(), FIXTURES.toString());
    }

    private static Process write(Path file, List<String> what) throws IOException {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("sandbank.jar"),
                "schema",
                "--output",
                file.toString());
        return new ProcessBuilder(Stream.concat(java, what.stream()).toList())
                .inheritIO()
                .start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"apiture", "uphold", "musterbank", "talerwerk", "dialect"})
    void isAcceptedByStrictAjvWhichTakesTheFilesThatItIsAbout(String schema) {
        assertThat(texts("ajv", schema, "complaints")).isEmpty();
        assertThat(texts("ajv", schema, "errors")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"apiture", "uphold", "musterbank", "talerwerk", "dialect"})
    void letsTheEditorMarkNothingInAGoodFile(String schema) {
        assertThat(texts("clean", schema)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bank, apiture",
        "members, clients settings accounts",
        "scopes, banking/read moneyMovement/write openid",
        "grants, client_credentials authorization_code refresh_token",
        "authMethods, client_secret_basic private_key_jwt none",
        "settings, accessTokenLifetime transferProcessing restrictionLeadDays",
        "setting, immediate cutOff",
        "states, active blocked disabled read-only",
        "batchStates, pendingApproval approved submitted",
        "permissions, approve edit submit delete",
        "ownStates, active blocked disabled dormant",
        "ownCollections, accounts payments entitlements",
        "ownEntryStates, RCVD CANC",
        "ownPermissions, pay",
        "operation, method path scopes resources"
    })
    void completes(String where, String words) {
        assertThat(texts("completions", where)).contains(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scope   | Read banking data and account-related resources
            member  | Compared exactly
            setting | Lifetime of an authorization code. Default: PT1M.
            state   | Every call except GET is refused
            dialect | the token is issued without the scope
            """)
    void explainsWhatTheMouseIsOn(String where, String text) {
        assertThat(seen.at("/hovers/" + where).asText()).contains(text);
    }

    @Test
    void marksWhatCannotBe() {
        assertThat(texts("problems", "bad"))
                .hasSize(5)
                .anySatisfy(problem -> assertThat(problem).startsWith("4: ").contains("banking/read"))
                .anySatisfy(problem -> assertThat(problem).startsWith("5: ").contains("blocked"))
                .anySatisfy(problem -> assertThat(problem).startsWith("6: ").contains("\"string\""))
                .anySatisfy(problem -> assertThat(problem).startsWith("6: ").contains("cutOff"))
                .contains("7: Property acounts is not allowed.");
    }

    @Test
    void isFoundByTheFirstLineOfAFile() {
        assertThat(texts("problems", "named")).containsExactly("2: Value must be \"apiture\".");
    }

    @Test
    void knowsMergeKeys() {
        assertThat(texts("problems", "merged")).isEmpty();
    }

    private List<String> texts(String... path) {
        return StreamSupport.stream(seen.at("/" + String.join("/", path)).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
