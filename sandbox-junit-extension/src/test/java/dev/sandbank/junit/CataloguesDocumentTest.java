package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.ArrangedCall;
import dev.sandbank.AuthPath;
import dev.sandbank.BadDelivery;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.Denial;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/reference/catalogues.md} shows examples that are compiled and run, and names every method of an argument. */
class CataloguesDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "reference", "catalogues.md");
    private static final Path EXAMPLES = Path.of("src/test/java/dev/sandbank/junit");
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: (\\w+) -->\\n```java\\n(.*?)```", Pattern.DOTALL);

    record Snippet(String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Snippet> snippets() throws IOException {
        return SNIPPET.matcher(Files.readString(DOCUMENT))
                .results()
                .map(found -> new Snippet(found.group(1), found.group(2)));
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void showsWhatIsCompiledAndRun(Snippet snippet) throws IOException {
        String source = Files.readString(EXAMPLES.resolve(snippet.name() + ".java"));

        String example = source.substring(
                source.indexOf("// tag::readme[]\n") + "// tag::readme[]\n".length(),
                source.indexOf("// end::readme[]"));

        assertThat(snippet.text()).isEqualToIgnoringWhitespace(example);
    }

    static Stream<String> known() {
        return Stream.of(Denial.class, AuthPath.class, ArrangedCall.class, BadDelivery.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .filter(name -> !name.equals("toString") && !name.equals("operation"))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("known")
    void tellsWhatAnArgumentKnows(String method) throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains("`" + method + "(");
    }

    @ParameterizedTest
    @EnumSource(DeliveryFlaw.class)
    void hasARowForEachFlawOfADelivery(DeliveryFlaw flaw) throws IOException {
        assertThat(Files.readAllLines(DOCUMENT))
                .anyMatch(line -> line.startsWith("| `" + flaw + "` | ") && line.contains(flaw.summary()));
    }
}
