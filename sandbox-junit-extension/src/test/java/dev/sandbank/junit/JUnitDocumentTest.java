package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/reference/junit.md} shows examples that run, and has a row for each annotation. */
class JUnitDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "reference", "junit.md");
    private static final Path EXAMPLES = Path.of("src/test/java/dev/sandbank/junit/examples");
    private static final Path CLASSES = Path.of("src/main/java/dev/sandbank/junit");

    static Stream<String> examples() {
        return files(EXAMPLES).filter(name -> name.endsWith("ExampleTest"));
    }

    static Stream<Class<?>> annotations() {
        return files(CLASSES)
                .filter(name -> !name.equals("package-info"))
                .<Class<?>>map(JUnitDocumentTest::type)
                .filter(type -> Annotation.class.isAssignableFrom(type));
    }

    @Test
    void findsThem() {
        assertThat(examples()).hasSizeGreaterThan(5);
        assertThat(annotations()).contains(WithSandbank.class, Blocked.class);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void showsEveryExample(String name) throws IOException {
        String document = Files.readString(DOCUMENT);
        String marker = "<!-- snippet: " + name + " -->\n";

        assertThat(document).containsOnlyOnce(marker);
        assertThat(withoutBlanks(document)).contains(withoutBlanks(marker + "```java\n" + example(name) + "```\n"));
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void tellsOfEveryAnnotation(Class<?> annotation) throws IOException {
        assertThat(Files.readAllLines(DOCUMENT))
                .anyMatch(line -> line.startsWith("| ") && line.contains("`@" + annotation.getSimpleName()));
    }

    /** The document may break lines in another way. */
    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String example(String name) throws IOException {
        String source = Files.readString(EXAMPLES.resolve(name + ".java"));
        String start = "// tag::example[]\n";
        return source.substring(source.indexOf(start) + start.length(), source.indexOf("// end::example[]"));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("dev.sandbank.junit." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .sorted()
                    .toList();
            return names.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
