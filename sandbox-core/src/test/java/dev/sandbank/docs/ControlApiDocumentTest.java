package dev.sandbank.docs;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.ApiDescription;
import dev.sandbank.testing.ApiDescription.Described;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/reference/control-api.md} tells of every operation, and its examples are true. */
class ControlApiDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "reference", "control-api.md");
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
