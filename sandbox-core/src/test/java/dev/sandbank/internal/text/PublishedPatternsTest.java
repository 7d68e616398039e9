package dev.sandbank.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The patterns of the published schemas, which are compiled only where a fixture has what they are about. */
class PublishedPatternsTest {

    @Test
    void areOfTheLanguageThatIsTakenHere() throws IOException {
        Set<String> patterns = new TreeSet<>();
        for (Path file : schemas()) {
            collect(new JsonMapper().readTree(Files.readString(file)), patterns);
        }

        assertThat(patterns)
                .hasSizeGreaterThan(40)
                .allSatisfy(pattern -> assertThatCode(() -> TextPattern.of(pattern))
                        .as(pattern)
                        .doesNotThrowAnyException());
    }

    private static List<Path> schemas() throws IOException {
        Path fixtures = Path.of(System.getProperty("basedir", ".")).resolve("../fixtures");
        try (Stream<Path> files = Files.walk(fixtures)) {
            return files.filter(file -> file.toString().endsWith(".schema.json"))
                    .toList();
        }
    }

    private static void collect(JsonNode schema, Set<String> patterns) {
        if (schema.path("pattern").isTextual()) {
            patterns.add(schema.path("pattern").textValue());
        }
        schema.path("patternProperties").fieldNames().forEachRemaining(patterns::add);
        schema.forEach(each -> collect(each, patterns));
    }
}
