package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.junit.assertions.CallAssert;
import dev.sandbank.junit.assertions.CallsAssert;
import dev.sandbank.junit.assertions.SandbankAssert;
import dev.sandbank.junit.assertions.WebhooksAssert;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/reference/assertions.md} has a row for each assertion. */
class AssertionsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "reference", "assertions.md");

    static Stream<String> sayable() {
        return Stream.of(SandbankAssert.class, CallsAssert.class, CallAssert.class, WebhooksAssert.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("sayable")
    void tellsOfIt(String method) throws IOException {
        assertThat(Files.readAllLines(DOCUMENT))
                .anyMatch(line -> line.startsWith("| ") && line.contains("`" + method + "("));
    }
}
