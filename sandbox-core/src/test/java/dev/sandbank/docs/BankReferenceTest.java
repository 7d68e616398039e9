package dev.sandbank.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.ResourceRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents of both banks tell what each operation needs, and each setting with its default. */
class BankReferenceTest {

    static Stream<Arguments> operations() {
        return Stream.of("apiture", "uphold")
                .flatMap(bank ->
                        dialect(bank).operations().stream().map(operation -> Arguments.of(bank, operation.id())));
    }

    static Stream<Arguments> settings() {
        return Stream.of("apiture", "uphold")
                .flatMap(bank -> dialect(bank).settings().keySet().stream().map(name -> Arguments.of(bank, name)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void tellsScopesAndPermissions(String bank, String id) {
        Operation operation = dialect(bank).operation(id).orElseThrow();

        String row = row(read(bank), id);

        assertThat(operation.scopes()).allSatisfy(scope -> assertThat(row).contains("`" + scope + "`"));
        assertThat(operation.resources().stream().map(ResourceRule::permission).filter(Objects::nonNull))
                .allSatisfy(permission -> assertThat(row).contains("`" + permission + "`"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void tellsForWhomAnOperationIsAndWhatItAnswersWhereThatDiffers(String bank, String id) {
        Operation operation = dialect(bank).operation(id).orElseThrow();

        String row = row(read(bank), id);

        if (!operation.subjects().isEmpty()) {
            assertThat(row)
                    .startsWith("| `" + id + "` `" + operation.method() + " " + operation.path() + "` |")
                    .contains("| " + String.join("", operation.subjects()) + " | "
                            + operation.reply().statuses().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")));
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void tellsDefaultsOnceWithTheBankOrWithThoseOfEveryBank(String bank, String name) {
        JsonNode value = dialect(bank).settings().get(name).defaultValue();
        String told = "| `" + name + "` | `" + (value.isTextual() ? value.textValue() : value) + "` |";

        List<String> own = rows(settings(bank), name);
        List<String> common = rows(section("## Settings of every bank", "## Memory"), name);

        assertThat(own.isEmpty() ? common : own)
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith(told);
        assertThat(own.isEmpty() ? own : common).noneMatch(row -> row.startsWith(told));
    }

    private static Dialect dialect(String bank) {
        return Library.ofProcess().named(bank).definition().dialect();
    }

    /** Where the settings of one bank stand. */
    private static List<String> settings(String bank) {
        return bank.equals("apiture") ? section("## Apiture", "## Uphold") : read(bank);
    }

    private static List<String> section(String heading, String next) {
        List<String> fixtures = read("fixtures");
        return fixtures.subList(fixtures.indexOf(heading), fixtures.indexOf(next));
    }

    /** The one row of a table that begins with this name. */
    private static String row(List<String> lines, String name) {
        List<String> rows = rows(lines, name);
        assertThat(rows).as("rows of " + name).hasSize(1);
        return rows.get(0);
    }

    private static List<String> rows(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith("| `" + name + "` "))
                .toList();
    }

    private static List<String> read(String document) {
        try {
            return Files.readAllLines(Path.of("..", "docs", "reference", document + ".md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
