package dev.sandbank.junit.falsepasses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.junit.kit.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong test of {@code docs/background/false-passes.md} fails, and its failure says what is wrong. */
class FalsePassesTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "background", "false-passes.md");

    static Stream<Class<?>> wrongTests() {
        return Stream.of(
                        WrongClients.class,
                        WrongArrangements.class,
                        WrongAssertions.class,
                        WrongDenials.class,
                        WrongReceivers.class)
                .flatMap(family -> Stream.of(family.getDeclaredClasses()))
                .filter(type -> type.isAnnotationPresent(WrongTest.class));
    }

    @ParameterizedTest
    @MethodSource("wrongTests")
    void areToldByFailing(Class<?> wrong) {
        SampleRun run = SampleRun.of(wrong);

        assertThat(run.results().testEvents().succeeded().list()).isEmpty();
        assertThat(run.failures())
                .isNotEmpty()
                .allSatisfy(failure ->
                        assertThat(failure).hasMessageContaining(wrong(wrong).says()));
    }

    @Test
    void areAllInTheDocument() throws IOException {
        String document = Files.readString(DOCUMENT);
        String caught = document.substring(
                document.indexOf("## What Sandbank catches"), document.indexOf("## What the compiler catches"));

        assertThat(caught.lines().filter(line -> line.startsWith("| ")).skip(1))
                .containsExactlyInAnyOrderElementsOf(wrongTests()
                        .map(FalsePassesTest::wrong)
                        .map(row -> "| " + row.value() + " | … " + row.says() + " … |")
                        .toList());
    }

    private static WrongTest wrong(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(WrongTest.class));
    }
}
