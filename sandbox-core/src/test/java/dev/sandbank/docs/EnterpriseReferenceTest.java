package dev.sandbank.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/uphold.md} tells what each operation needs, and each switch with its default. */
class EnterpriseReferenceTest {

    private static final Dialect DIALECT =
            Library.ofProcess().named("uphold").manners().dialect();

    static Stream<String> operations() {
        return DIALECT.operations().stream().map(Operation::id);
    }

    static Stream<String> settings() {
        return DIALECT.settings().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void tellsPathScopesSubjectAndStatus(String id) {
        Operation operation = DIALECT.operation(id).orElseThrow();

        String row = row("| `" + id + "` ");

        assertThat(row)
                .startsWith("| `" + id + "` `" + operation.method() + " " + operation.path() + "` |")
                .contains("| " + String.join("", operation.subjects()) + " | "
                        + operation.reply().status());
        assertThat(operation.scopes()).allSatisfy(scope -> assertThat(row).contains("`" + scope + "`"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void tellsDefaults(String name) {
        JsonNode value = DIALECT.settings().get(name).defaultValue();

        String told = value.isTextual() ? value.textValue() : value.toString();

        assertThat(row("| `" + name + "` ")).startsWith("| `" + name + "` | `" + told + "` |");
    }

    private static String row(String beginning) {
        return read().stream()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElse("no row of " + beginning);
    }

    private static List<String> read() {
        try {
            return Files.readAllLines(Path.of("..", "docs", "uphold.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
