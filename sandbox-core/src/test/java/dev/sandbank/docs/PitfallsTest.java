package dev.sandbank.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/background/pitfalls.md} names, for each pitfall, tests that are really there. */
class PitfallsTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "background", "pitfalls.md");
    private static final List<String> MODULES = List.of("sandbox-core", "sandbox-junit-extension", "integration-tests");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|.*\\|(.*)\\|$");
    private static final Pattern NAME = Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w*)(?:\\.([a-z]\\w*))?`");
    private static final Pattern TEST = Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|Property|Example)\\b");

    /**
     * A test, as the document names it.
     *
     * @param type its class, below {@code dev.sandbank}
     * @param method its method, if the document names one
     */
    record Named(String type, Optional<String> method) {

        Optional<String> source() {
            return MODULES.stream()
                    .map(module -> Path.of("..", module, "src", "test", "java", "dev", "sandbank")
                            .resolve(type.replace('.', '/') + ".java"))
                    .filter(Files::exists)
                    .map(PitfallsTest::read)
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
        return NAME.matcher(read(DOCUMENT))
                .results()
                .map(found -> new Named(found.group(1), Optional.ofNullable(found.group(2))))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("named")
    void areToldWithTestsThatExist(Named test) {
        assertThat(test.code())
                .as("tests of " + test)
                .hasValueSatisfying(code -> assertThat(code).containsPattern(TEST));
    }

    @Test
    void areNumberedAndHaveATestEach() {
        List<String> rows =
                ROW.matcher(read(DOCUMENT)).results().map(row -> row.group(1)).toList();

        assertThat(rows)
                .hasSizeGreaterThan(30)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, rows.size())
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(ROW.matcher(read(DOCUMENT))
                        .results()
                        .flatMap(row -> Stream.of(row.group(2).split(",", -1))))
                .allSatisfy(test -> assertThat(test.strip()).matches(NAME));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
