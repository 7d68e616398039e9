package dev.sandbank.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The forms for issues have what GitHub asks of one: else it shows an empty page in its place. */
class IssueFormsTest {

    private static final Path FORMS = Path.of("..", ".github", "ISSUE_TEMPLATE");
    private static final List<String> TYPES = List.of("markdown", "input", "textarea", "dropdown", "checkboxes");

    static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(FORMS)) {
            return files.filter(file -> !file.endsWith("config.yml")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void sayWhatTheyAreFor(Path form) throws IOException {
        Map<?, ?> read = read(form);

        assertThat(read.get("name")).asString().isNotBlank();
        assertThat(read.get("description")).asString().hasSizeBetween(3, 200);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void askForFieldsThatThereAre(Path form) throws IOException {
        List<Map<?, ?>> fields = fields(form).stream()
                .filter(field -> !"markdown".equals(field.get("type")))
                .toList();

        assertThat(fields(form))
                .extracting(field -> String.valueOf(field.get("type")))
                .isSubsetOf(TYPES);
        assertThat(fields)
                .isNotEmpty()
                .extracting(field -> ((Map<?, ?>) field.get("attributes")).get("label"))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(fields).extracting(field -> field.get("id")).doesNotHaveDuplicates();
    }

    private static List<Map<?, ?>> fields(Path form) throws IOException {
        return ((List<?>) read(form).get("body"))
                .stream().<Map<?, ?>>map(field -> (Map<?, ?>) field).toList();
    }

    private static Map<?, ?> read(Path form) throws IOException {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(form));
    }
}
