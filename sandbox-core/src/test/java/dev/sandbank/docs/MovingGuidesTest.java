package dev.sandbank.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guides for those who come from another tool show tests that run, and name nothing that Sandbank does not have. */
class MovingGuidesTest {

    private static final Path GUIDES = Path.of("..", "docs", "guides");
    private static final Path EXAMPLES =
            Path.of("..", "integration-tests", "src", "test", "java", "dev", "sandbank", "integration", "moving");
    private static final List<Path> PUBLIC = List.of(
            Path.of("src", "main", "java", "dev", "sandbank"),
            Path.of("..", "sandbox-junit-extension", "src", "main", "java", "dev", "sandbank", "junit"));
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: (\\w+) -->\n```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+?) \\| (.+) \\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    /** A method or an annotation, but for those of the JDK and of AssertJ ({@code Duration.ofMinutes}, {@code assertThat}). */
    private static final Pattern NAME = Pattern.compile("(?:@|\\b(?=\\w+\\())(?!of|assertThat)(\\w+)");

    private static final Pattern DECLARED = Pattern.compile("\\b(?:@interface )?(\\w+)(?=\\(| \\{)");

    static Stream<Path> guides() {
        return files(GUIDES).filter(file -> file.getFileName().toString().startsWith("from-"));
    }

    @Test
    void showEveryExampleOnce() {
        List<String> examples = files(EXAMPLES)
                .filter(file -> read(file).contains("// tag::guide[]"))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .toList();

        assertThat(guides().flatMap(guide -> SNIPPET.matcher(read(guide)).results()))
                .extracting(snippet -> snippet.group(1))
                .containsExactlyInAnyOrderElementsOf(examples);
    }

    @ParameterizedTest
    @MethodSource("guides")
    void showExamplesAsTheyAre(Path guide) {
        assertThat(SNIPPET.matcher(read(guide)).results())
                .isNotEmpty()
                .allSatisfy(
                        snippet -> assertThat(snippet.group(2)).isEqualToIgnoringWhitespace(example(snippet.group(1))));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void tellLineByLineWhatBecomesOfATest(Path guide) {
        assertThat(rows(guide)).hasSizeBetween(10, 15);
        assertThat(read(guide)).contains("\n## One test, before and after\n", "\n## What is better left with ");
    }

    @ParameterizedTest
    @MethodSource("guides")
    void nameWhatThereIs(Path guide) {
        Set<String> declared = PUBLIC.stream()
                .flatMap(MovingGuidesTest::files)
                .flatMap(file -> all(DECLARED, read(file)))
                .collect(Collectors.toSet());

        assertThat(rows(guide).stream().flatMap(row -> all(CODE, row.group(2))).flatMap(code -> all(NAME, code)))
                .hasSizeGreaterThan(10)
                .isSubsetOf(declared);
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    private static List<MatchResult> rows(Path guide) {
        return ROW.matcher(read(guide)).results().skip(1).toList();
    }

    private static String example(String name) {
        String source = read(EXAMPLES.resolve(name + ".java"));
        return source.substring(source.indexOf("// tag::guide[]") + 15, source.indexOf("// end::guide[]"));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
