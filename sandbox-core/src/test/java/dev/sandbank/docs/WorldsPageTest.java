package dev.sandbank.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code docs/reference/worlds.md} has a row for each client and user of the built-in fixtures, and no other. */
class WorldsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "worlds.md");
    private static final Path SEEDS = Path.of("..", "fixtures", "seeds");

    @ParameterizedTest
    @CsvSource({"Apiture,apiture.yaml", "Uphold,uphold.yaml"})
    void hasARowForEachClient(String bank, String seed) {
        List<String> rows = rows(bank + " clients");

        assertThat(rows).zipSatisfy(entries(fixture(seed), "clients"), WorldsPageTest::tellsOfTheClient);
    }

    @ParameterizedTest
    @CsvSource({"Apiture,apiture.yaml", "Uphold,uphold.yaml"})
    void hasARowForEachUser(String bank, String seed) {
        List<String> rows = rows(bank + " users");

        assertThat(rows).zipSatisfy(entries(fixture(seed), "users"), WorldsPageTest::tellsOfTheUser);
    }

    @Test
    void hasARowForTheClientOfEachEnvironment() {
        Map<?, ?> environments = (Map<?, ?>) fixture("apiture.yaml").get("environments");
        List<String> expected = environments.entrySet().stream()
                .flatMap(each -> entries((Map<?, ?>) each.getValue(), "clients").stream()
                        .map(client -> "| `" + each.getKey() + "` " + beginning(client)))
                .toList();

        assertThat(rows("Apiture environments"))
                .zipSatisfy(expected, (row, beginning) -> assertThat(row).startsWith(beginning));
    }

    private static void tellsOfTheClient(String row, Map<?, ?> client) {
        assertThat(row).startsWith(beginning(client));
        if (client.containsKey("user")) {
            assertThat(row).contains("user `" + client.get("user") + "`");
        }
        assertThat(row.contains("it is disabled")).isEqualTo(Boolean.TRUE.equals(client.get("disabled")));
    }

    private static String beginning(Map<?, ?> client) {
        Object secret = client.get("secret");
        return "| `" + client.get("id") + "` | " + (secret == null ? "none: " : "`" + secret + "` |");
    }

    private static void tellsOfTheUser(String row, Map<?, ?> user) {
        Object password = user.get("password");
        Object name = user.containsKey("fullName") ? user.get("fullName") : user.get("name");
        assertThat(row)
                .startsWith("| `" + user.get("id") + "` | " + (password == null ? name : "`" + password + "`") + " |");
        assertThat(Stream.of("blocked", "disabled").filter(row::contains))
                .isEqualTo(user.containsKey("status") ? List.of(user.get("status")) : List.of());
    }

    private static List<String> rows(String heading) {
        String page = read(PAGE);
        String begin = "## " + heading + "\n";
        assertThat(page).containsOnlyOnce(begin);
        String section = page.substring(page.indexOf(begin) + begin.length()).split("\n## ", 2)[0];
        return section.lines().filter(line -> line.startsWith("| `")).toList();
    }

    private static Map<?, ?> fixture(String seed) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(read(SEEDS.resolve(seed)));
    }

    private static List<Map<?, ?>> entries(Map<?, ?> fixture, String collection) {
        return ((List<?>) fixture.get(collection))
                .stream().<Map<?, ?>>map(Map.class::cast).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
