package dev.sandbank.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that {@code matrix --format html} writes, read with the keyboard and with the mouse: wide and light, narrow and dark. */
@TestInstance(Lifecycle.PER_CLASS)
@ResourceLock(Chromium.WORKSHOP)
class MatrixPageInChromiumTest {

    private static final String BOB = "bob · getAccount · acct-4f81c0 · 403 entitlement-missing: needs view on"
            + " acct-4f81c0, user bob holds transferTo";
    private static final String MALLORY =
            "mallory · getAccount · acct-4f81c0 · 403 subject-blocked: The user mallory is blocked";
    private static final String ADA = "ada · listAccounts · – · 200";

    private JsonNode seen;

    @BeforeAll
    void readThePage(@TempDir Path folder) throws IOException, InterruptedException {
        Path chromium = Chromium.ofThisMachine();
        Path page = folder.resolve("matrix.html");
        Process matrix = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        System.getProperty("sandbank.jar"),
                        "matrix",
                        "--format=html",
                        "--output=" + page,
                        "--user=bob",
                        "--user=mallory",
                        "--user=ada",
                        "--operation=getAccount",
                        "--operation=listAccounts")
                .inheritIO()
                .start();
        assertThat(matrix.waitFor()).isZero();
        seen = Chromium.workshop().play("matrix.mjs", chromium.toString(), page.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wide", "narrow"})
    void givesAxeAndTheBrowserNothingToComplainOf(String profile) {
        assertThat(Seen.texts(seen.at("/" + profile + "/violations"))).isEmpty();
        assertThat(Seen.texts(seen.at("/" + profile + "/violationsWhileTold"))).isEmpty();
        assertThat(Seen.texts(seen.at("/" + profile + "/filter/violations"))).isEmpty();
        assertThat(Seen.texts(seen.at("/" + profile + "/complaints"))).isEmpty();
        assertThat(seen.at("/" + profile + "/tooWide").asBoolean()).isFalse();
    }

    /** WCAG 2.1.1 and 2.4.11. */
    @ParameterizedTest
    @ValueSource(strings = {"wide", "narrow"})
    void tellsByKeyboardWhatTheGateSaw(String profile) {
        JsonNode keyboard = seen.at("/" + profile + "/keyboard");

        assertThat(keyboard.at("/first/described").asText()).isEqualTo(BOB);
        assertThat(keyboard.at("/next/described").asText()).isEqualTo(MALLORY);
        assertThat(keyboard.at("/head/described").asText()).contains("token holds banking/read");
        assertThat(keyboard.at("/last/described").asText()).isEqualTo(ADA);
        assertThat(keyboard.findValues("stops"))
                .allSatisfy(stops -> assertThat(stops.asInt()).isOne());
        assertThat(keyboard.findValues("covered"))
                .allSatisfy(covered -> assertThat(covered.asBoolean()).isFalse());
    }

    /** WCAG 1.4.13. */
    @ParameterizedTest
    @ValueSource(strings = {"wide", "narrow"})
    void hidesThatByEscapeAndKeepsTheFocus(String profile) {
        JsonNode keyboard = seen.at("/" + profile + "/keyboard");

        assertThat(keyboard.path("told").asText()).isEqualTo(ADA);
        assertThat(keyboard.path("dismissed").asText()).isEmpty();
        assertThat(keyboard.at("/stays/text").asText()).isEqualTo("✓ allowed");
        assertThat(keyboard.path("before").asText()).isEqualTo("filter");
        assertThat(keyboard.at("/back/described").asText()).isEqualTo(ADA);
    }

    /** WCAG 1.4.13. */
    @ParameterizedTest
    @ValueSource(strings = {"wide", "narrow"})
    void tellsByMouseAndGoesOnWhileThePointerIsOnIt(String profile) {
        JsonNode mouse = seen.at("/" + profile + "/mouse");

        assertThat(mouse.path("told").asText()).isEqualTo(MALLORY);
        assertThat(mouse.path("stays").asText()).isEqualTo(MALLORY);
        assertThat(mouse.path("dismissed").asText()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wide", "narrow"})
    void isReachedByKeyboardWhenFiltered(String profile) {
        JsonNode filter = seen.at("/" + profile + "/filter");

        assertThat(filter.path("heads").asInt()).isEqualTo(2);
        assertThat(filter.at("/focus/described").asText()).isEqualTo(MALLORY);
    }
}
