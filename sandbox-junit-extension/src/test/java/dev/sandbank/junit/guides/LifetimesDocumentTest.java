package dev.sandbank.junit.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/guides/lifetimes.md} shows tests that run, and the costs that the benchmark printed. */
class LifetimesDocumentTest {

    private static final Guide GUIDE = Guide.named("lifetimes.md");

    @ParameterizedTest
    @ValueSource(strings = {"OneForEachTestTest", "OneForAClassTest", "OneForTheRunTest"})
    void showsTheTest(String name) {
        String source =
                Guide.source("sandbox-junit-extension/src/test/java/dev/sandbank/junit/guides/" + name + ".java");

        assertThat(GUIDE.quoted(name)).isEqualTo(source.substring(source.indexOf("@WithSandbank")));
    }

    @Test
    void tellsTheMediansOfTheBenchmark() {
        List<String> printed = Guide.source("benchmarks/README.md")
                .lines()
                .filter(line -> line.matches("(METHOD|CLASS|JVM)\\w* +[\\d. ]+"))
                .map(line -> Math.round(Double.parseDouble(line.split(" +", -1)[1])) + " ms")
                .toList();

        assertThat(printed).hasSize(5);
        assertThat(Stream.concat(costs("In your JVM"), costs("At a running server")))
                .containsExactlyElementsOf(printed);
    }

    private static Stream<String> costs(String heading) {
        return GUIDE.rows("What it costs").stream()
                .filter(row -> row.get(1).equals(heading))
                .map(row -> row.get(2));
    }
}
