package dev.sandbank.docs;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.ApiDescription;
import dev.sandbank.testing.ApiDescription.Described;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/control-api.md} tells of every operation, and its examples are true. */
class ControlApiDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "control-api.md");
    private static final Pattern SCRIPT = Pattern.compile("<!-- node -->\n```js\n(.*?)```", Pattern.DOTALL);
    private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    static Stream<Described> operations() {
        return ApiDescription.read().operations().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void hasARowForIt(Described operation) throws IOException {
        String path = operation.path().isEmpty() ? "/" : operation.path();
        String last = path.substring(path.lastIndexOf('/'));

        assertThat(read().lines().filter(line -> line.startsWith("| `" + operation.method() + " ")))
                .anyMatch(row -> row.contains(path + "`") || isSecondOf(row, path, last));
    }

    /** As in {@code `POST /users/{id}/block`, `/unblock`}. */
    private static boolean isSecondOf(String row, String path, String last) {
        String before = path.substring(0, path.length() - last.length());
        return row.contains(", `" + last + "` |") && row.contains(" " + before + "/");
    }

    @Test
    void showsAFaultThatCanBeSetAndAProblemAsItIs() throws IOException {
        try (Sandbank bank = Sandbank.start("apiture")) {
            control(bank, "POST", "/faults").json(json(0)).send().hasStatus(201);

            assertThat(control(bank, "POST", "/users/adda/block").send().body()).isEqualTo(json(1).strip());
        }
    }

    @Test
    void hasAScriptThatRuns(@TempDir Path folder) throws Exception {
        assumeThat(node() || "true".equals(System.getenv("CI")))
                .as("node is there, or has to be")
                .isTrue();
        Path script = Files.writeString(folder.resolve("test.mjs"), first(SCRIPT));

        try (Sandbank bank = Sandbank.start("apiture")) {
            ProcessBuilder node = new ProcessBuilder("node", script.toString()).redirectErrorStream(true);
            node.environment().put("BANK", bank.baseUrl().toString());
            Process process = node.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(printed).isEqualTo("passed\n");
        }
    }

    private static boolean node() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static String first(Pattern pattern) throws IOException {
        return found(pattern, 0);
    }

    private static String json(int index) throws IOException {
        return found(JSON, index);
    }

    private static String found(Pattern pattern, int index) throws IOException {
        return pattern.matcher(read())
                .results()
                .skip(index)
                .map(MatchResult::group)
                .map(text -> text.substring(text.indexOf('\n', text.indexOf("```")) + 1, text.length() - 3))
                .findFirst()
                .orElseThrow();
    }

    private static String read() throws IOException {
        return Files.readString(DOCUMENT);
    }
}
