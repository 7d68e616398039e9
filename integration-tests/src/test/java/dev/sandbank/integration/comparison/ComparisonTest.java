package dev.sandbank.integration.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** {@code docs/background/comparison.md} says which of the two suites tells a wrong client from the right one. */
class ComparisonTest {

    private static final Path SOURCES =
            Path.of("src/test/java", ComparisonTest.class.getPackageName().replace('.', '/'));

    @ParameterizedTest
    @EnumSource
    void tellsWrongClientsFromTheRightOne(ClientKind kind) {
        long atSandbank = red(WithSandbankTest.class, kind);
        long atMocks = red(WithMocksTest.class, kind);

        assertThat(atSandbank > 0).isEqualTo(kind != ClientKind.IS_RIGHT);
        assertThat(document()).contains(row(kind.words(), atSandbank + " of 5", atMocks + " of 5"));
    }

    @Test
    void theDocumentTellsHowLongTheyAre() {
        assertThat(document())
                .contains(row("lines", lines(WithSandbankTest.class) + "", lines(WithMocksTest.class) + ""));
    }

    private static long red(Class<?> suite, ClientKind kind) {
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
        try (Stream<String> lines = Files.lines(SOURCES.resolve(suite.getSimpleName() + ".java"))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("import ") && !line.startsWith("package "))
                    .count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String document() {
        try {
            return Files.readString(Path.of("..", "docs", "background", "comparison.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
