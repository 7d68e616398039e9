package dev.sandbank.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that {@code coverage --format html} writes: wide and light, narrow and dark. */
@TestInstance(Lifecycle.PER_CLASS)
@ResourceLock(Chromium.WORKSHOP)
class CoveragePageInChromiumTest {

    private static final String COVERED = """
            {"banks": [{"bank": "apiture", "fixture": "apiture", "operations": [{"id": "listEligibleOverdraftAccounts", "gates": [
              {"name": "token"}, {"name": "scope"}, {"name": "blocked"}, {"name": "input"}, {"name": "entitlement"}]}]}],
             "tests": [{"test": "PaymentsTest.pays", "gates": [
              ["apiture", "apiture", "listEligibleOverdraftAccounts", "scope", 3, 1]]}]}
            """;

    private JsonNode seen;

    @BeforeAll
    void readThePage(@TempDir Path folder) throws IOException, InterruptedException {
        Path chromium = Chromium.ofThisMachine();
        Files.writeString(folder.resolve("coverage.json"), COVERED);
        Path page = folder.resolve("coverage.html");
        Process coverage = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        System.getProperty("sandbank.jar"),
                        "coverage",
                        "--format=html",
                        "--output=" + page,
                        folder.toString())
                .inheritIO()
                .start();
        assertThat(coverage.waitFor()).isZero();
        seen = Chromium.workshop().play("coverage.mjs", chromium.toString(), page.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wide", "narrow"})
    void givesAxeAndTheBrowserNothingToComplainOf(String profile) {
        assertThat(Seen.texts(seen.at("/" + profile + "/violations"))).isEmpty();
        assertThat(Seen.texts(seen.at("/" + profile + "/complaints"))).isEmpty();
        assertThat(seen.at("/" + profile + "/tooWide").asBoolean()).isFalse();
    }

    /** WCAG 2.1.1: the table scrolls, and the gaps open. */
    @ParameterizedTest
    @ValueSource(strings = {"wide", "narrow"})
    void isReadByKeyboard(String profile) {
        JsonNode keyboard = seen.at("/" + profile + "/keyboard");

        assertThat(keyboard.path("table").asText()).isEqualTo("apiture, fixture apiture");
        assertThat(keyboard.path("gap").asText())
                .isEqualTo("@Denials(value = \"listEligibleOverdraftAccounts\", gates = \"token\")");
    }
}
