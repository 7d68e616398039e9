package dev.sandbank.junit.classpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** AssertJ is optional: only the assertions need it. */
class WithoutAssertJTest {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final String ASSERTJ = "org.assertj.";
    private static final String ASSERTIONS = "dev.sandbank.junit.SandbankAssertions";
    private static final String THEIR_PACKAGE = "dev.sandbank.junit.assertions.";

    @Test
    void theExtensionRunsTests() throws Exception {
        assertThat(ClassPathWithout.run(ASSERTJ)).isEqualTo("1 passed");
    }

    @Test
    void everyClassButTheAssertionsIsThere() throws ClassNotFoundException {
        List<String> others = classes().stream()
                .filter(name -> !name.equals(ASSERTIONS) && !name.startsWith(THEIR_PACKAGE))
                .toList();

        assertThat(others).contains("dev.sandbank.junit.WithSandbank", "dev.sandbank.junit.SandbankExtension");
        try (ClassPathWithout loader = ClassPathWithout.open(ASSERTJ)) {
            for (String name : others) {
                Class<?> type = Class.forName(name, true, loader);
                assertThat(type.getDeclaredMethods()).as(name).isNotNull();
                assertThat(type.getDeclaredFields()).as(name).isNotNull();
                assertThat(constantsOf(name)).as(name).doesNotContain("org/assertj", "junit/assertions");
            }
        }
    }

    @Test
    void theAssertionsAreNot() throws ClassNotFoundException {
        try (ClassPathWithout loader = ClassPathWithout.open(ASSERTJ)) {
            Class<?> assertions = loader.loadClass(ASSERTIONS);

            assertThatThrownBy(assertions::getDeclaredMethods)
                    .isInstanceOf(NoClassDefFoundError.class)
                    .hasMessageContaining("org/assertj");
        }
    }

    private static List<String> classes() {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String constantsOf(String name) {
        try {
            return Files.readString(CLASSES.resolve(name.replace('.', '/') + ".class"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
