package dev.sandbank.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that list pitfalls and threats name, for each of them, tests that are really there. */
class NamedTestsTest {

    private static final Path BACKGROUND = Path.of("..", "docs", "background");
    private static final List<String> PAGES = List.of("pitfalls.md", "threat-model.md");
    private static final List<String> MODULES =
            List.of("sandbox-core", "sandbox-junit-extension", "integration-tests", "fuzz-tests");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|.*\\|(.*)\\|$");
    private static final Pattern NAME = Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w*)(?:\\.([a-z]\\w*))?`");
    private static final Pattern TEST =
            Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|Property|Example|FuzzTest)\\b");

    /**
     * A test, as a page names it.
     *
     * @param type its class, below {@code dev.sandbank}
     * @param method its method, if the page names one
     */
    record Named(String type, Optional<String> method) {

        Optional<String> source() {
            return MODULES.stream()
                    .map(module -> Path.of("..", module, "src", "test", "java", "dev", "sandbank")
                            .resolve(type.replace('.', '/') + ".java"))
                    .filter(Files::exists)
                    .map(NamedTestsTest::read)
                    .findFirst();
        }

        /** The method with its annotations, or the whole class. */
        Optional<String> code() {
            return source().flatMap(text -> method.isEmpty()
                    ? Optional.of(text)
                    : Stream.of(text.split("\n\n", -1))
                            .filter(part -> part.contains("    void " + method.get() + "("))
                            .findFirst());
        }

        @Override
        public String toString() {
            return type + method.map(name -> "." + name).orElse("");
        }
    }

    static Stream<Named> named() {
        return PAGES.stream()
                .flatMap(page -> NAME.matcher(text(page)).results())
                .map(found -> new Named(found.group(1), Optional.ofNullable(found.group(2))))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("named")
    void exist(Named test) {
        assertThat(test.code())
                .as("tests of " + test)
                .hasValueSatisfying(code -> assertThat(code).containsPattern(TEST));
    }

    @ParameterizedTest
    @CsvSource({"pitfalls.md, 30", "threat-model.md, 20"})
    void standInEveryNumberedRow(String page, int atLeast) {
        List<MatchResult> rows = ROW.matcher(text(page)).results().toList();

        assertThat(rows)
                .hasSizeGreaterThan(atLeast)
                .extracting(row -> row.group(1))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, rows.size())
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(rows.stream().flatMap(row -> Stream.of(row.group(2).split(",", -1))))
                .allSatisfy(test -> assertThat(test.strip()).matches(NAME));
    }

    private static String text(String page) {
        return read(BACKGROUND.resolve(page));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
