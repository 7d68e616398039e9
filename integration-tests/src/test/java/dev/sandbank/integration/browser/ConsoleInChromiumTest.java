package dev.sandbank.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.integration.TinySite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console in a real browser: what a person sees and does there, and what pages of elsewhere do not get. */
@TestInstance(Lifecycle.PER_CLASS)
@ResourceLock(Chromium.WORKSHOP)
class ConsoleInChromiumTest {

    private static final String TOKEN = "t0ken+of/the~console=";

    private JsonNode seen;

    @BeforeAll
    void useTheConsole() throws IOException, InterruptedException {
        Path chromium = Chromium.ofThisMachine();
        try (Sandbank bank = Sandbank.start("apiture");
                Sandbank guarded = Sandbank.builder()
                        .fixture("apiture")
                        .controlToken(TOKEN)
                        .start();
                TinySite elsewhere = TinySite.open()
                        .with("/", TinySite.page("text/html", "<!doctype html><title>Elsewhere</title>"))) {
            seen = Chromium.workshop()
                    .play(
                            "console.mjs",
                            chromium.toString(),
                            bank.baseUrl().toString(),
                            guarded.baseUrl().toString(),
                            TOKEN,
                            elsewhere.url("/").toString());
        }
    }

    @Test
    void showsACallAsItComesWithTheGateThatRefused() {
        JsonNode live = seen.path("live");

        assertThat(live.path("row").asText()).contains("401", "GET /banking/accounts", "token: token-missing");
        assertThat(Seen.texts(live.path("gates"))).singleElement(STRING).contains("token", "refused");
        assertThat(live.path("notReloaded").asBoolean()).isTrue();
        assertThat(Seen.texts(live.path("complaints"))).isEmpty();
    }

    @Test
    void showsOnlyTheCallsThatFitTheFilters() {
        assertThat(seen.at("/live/filtered/none").asInt()).isZero();
        assertThat(seen.at("/live/filtered/some").asInt()).isOne();
    }

    @Test
    void refusesAUserAtOnceWhoIsBlockedByAClick() {
        JsonNode told = seen.path("blocked");

        assertThat(told.path("before").asInt()).isEqualTo(200);
        assertThat(told.path("blocked").asInt()).isEqualTo(403);
        assertThat(told.path("after").asInt()).isEqualTo(200);
        assertThat(Seen.texts(told.path("complaints"))).isEmpty();
    }

    @Test
    void movesTheClockSetsFaultsAndMakesSandboxes() {
        JsonNode told = seen.path("controls");

        assertThat(told.path("faulty").asInt()).isEqualTo(503);
        assertThat(told.path("sound").asInt()).isEqualTo(401);
        assertThat(Seen.texts(told.path("complaints"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wideLight", "wideDark", "narrowLight", "narrowDark"})
    void givesAxeAndTheBrowserNothingToComplainOf(String profile) {
        JsonNode looks = seen.path("looks").path(profile);

        assertThat(looks.path("parts").properties()).isNotEmpty().allSatisfy(part -> {
            assertThat(Seen.texts(part.getValue().path("violations")))
                    .as(part.getKey())
                    .isEmpty();
            assertThat(part.getValue().path("tooWide").asBoolean())
                    .as(part.getKey())
                    .isFalse();
        });
        assertThat(Seen.texts(looks.path("complaints"))).isEmpty();
    }

    @Test
    void isUsedByKeyboardAlone() {
        JsonNode keyboard = seen.path("keyboard");

        assertThat(Seen.texts(keyboard.path("stops")))
                .startsWith("Skip to the content")
                .contains("Calls", "Show all", "filter-refusal")
                .endsWith("Calls, the latest first");
        assertThat(keyboard.path("chosen").asInt()).isOne();
        assertThat(keyboard.path("heading").asText()).contains("GET /banking/accounts");
    }

    @Test
    void asksForTheTokenUnlessItsAddressHasIt() {
        JsonNode token = seen.path("token");

        assertThat(token.path("asks").asText()).isEqualTo("This sandbox needs its control token");
        assertThat(token.path("calls").asInt()).isZero();
        assertThat(Seen.texts(token.path("violations"))).isEmpty();
        assertThat(token.path("address").asText()).endsWith("/_sandbank/").doesNotContain("t0ken");
    }

    @Test
    void isNotForPagesOfElsewhere() {
        assertThat(seen.path("elsewhere").properties())
                .hasSize(4)
                .allSatisfy(attempt -> assertThat(attempt.getValue().asText()).isEqualTo("nothing"));
    }

    @Test
    void isNotForANameThatWasMadeToPointHere() {
        assertThat(seen.at("/rebound/status").asInt()).isEqualTo(403);
    }

    @Test
    void drawsOnlyWhatIsSeenOfTenThousandCalls() {
        JsonNode many = seen.path("many");

        assertThat(many.path("drawn")).hasSize(3).allSatisfy(drawn -> {
            assertThat(drawn.path("rows").asInt()).isBetween(8, 40);
            assertThat(drawn.path("elements").asInt()).isLessThan(700);
        });
        assertThat(numbers(many.path("top"))).startsWith(10_000, 9_999, 9_998);
        assertThat(numbers(many.path("middle"))).contains(5_001, 5_000, 4_999);
        assertThat(numbers(many.path("bottom"))).endsWith(3, 2, 1);
        assertThat(Seen.texts(many.path("complaints"))).isEmpty();
    }

    private static List<Integer> numbers(JsonNode list) {
        return list.valueStream().map(JsonNode::asInt).toList();
    }
}
