package dev.sandbank.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.model.ResourceRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/apiture.md} tells what each operation needs, {@code docs/fixtures.md} each switch and its default. */
class BankingReferenceTest {

    private static final Dialect DIALECT =
            Library.ofProcess().named("apiture").manners().dialect();

    static Stream<String> operations() {
        return DIALECT.operations().stream().map(Operation::id);
    }

    static Stream<String> settings() {
        return DIALECT.settings().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void tellsScopesAndPermissions(String id) {
        Operation operation = DIALECT.operation(id).orElseThrow();

        String row = row(read("apiture"), id);

        assertThat(operation.scopes()).allSatisfy(scope -> assertThat(row).contains("| `" + scope + "` |"));
        assertThat(operation.resources().stream().map(ResourceRule::permission).filter(Objects::nonNull))
                .allSatisfy(permission -> assertThat(row).contains("`" + permission + "`"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void tellsDefaults(String name) {
        JsonNode value = DIALECT.settings().get(name).defaultValue();

        String told = value.isTextual() ? value.textValue() : value.toString();

        assertThat(row(sectionOfFixtures(), name).replace("\"", "")).startsWith("| `" + name + "` | `" + told + "` |");
    }

    /** The one row of a table that begins with this name. */
    private static String row(List<String> lines, String name) {
        List<String> rows = lines.stream()
                .filter(line -> line.startsWith("| `" + name + "` "))
                .toList();
        assertThat(rows).as("rows of " + name).hasSize(1);
        return rows.get(0);
    }

    private static List<String> sectionOfFixtures() {
        List<String> lines = read("fixtures");
        return lines.subList(lines.indexOf("## Apiture"), lines.indexOf("## Uphold"));
    }

    private static List<String> read(String document) {
        try {
            return Files.readAllLines(Path.of("..", "docs", document + ".md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
