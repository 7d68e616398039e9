package dev.sandbank.integration.comparison;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** {@code docs/background/comparison.md} and the README say which of the suites tells a wrong client from the right one. */
class ComparisonTest {

    private static final Path ROOT = Path.of("..");
    private static final Path SOURCES =
            Path.of("src/test/java", ComparisonTest.class.getPackageName().replace('.', '/'));
    private static final List<Class<? extends ComparedSuite>> SUITES =
            List.of(WithSandbankTest.class, WithWireMockTest.class, WithMocksTest.class);

    @ParameterizedTest
    @EnumSource
    void tellsWrongClientsFromTheRightOne(ClientKind kind) {
        List<Long> failed = SUITES.stream().map(suite -> failed(suite, kind)).toList();

        assertThat(failed.get(0) > 0).isEqualTo(kind != ClientKind.IS_RIGHT);
        assertTold(kind.words(), failed.stream().map(tests -> tests + " of 5"));
    }

    @Test
    void tellsHowLongTheyAre() {
        assertTold("lines of test code", SUITES.stream().map(suite -> lines(suite) + ""));
    }

    private static long failed(Class<?> suite, ClientKind kind) {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(suite))
                .configurationParameter("client", kind.name())
                .execute()
                .testEvents();
        assertThat(tests.started().count()).isEqualTo(5);
        return tests.failed().count();
    }

    /** Those that are not empty and import nothing. */
    private static long lines(Class<?> suite) {
        return read(SOURCES.resolve(suite.getSimpleName() + ".java"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("import ") && !line.startsWith("package "))
                .count();
    }

    private static void assertTold(String what, Stream<String> cells) {
        String row = Stream.concat(Stream.of(what), cells).collect(joining(" | ", "| ", " |"));
        assertThat(List.of("README.md", "docs/background/comparison.md"))
                .allSatisfy(page -> assertThat(read(ROOT.resolve(page))).contains(row));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
