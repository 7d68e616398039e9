package dev.sandbank.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of packages in {@code docs/architecture.md} has a row for each of them, in the order of their arrows. */
class PackageTableTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ((?:`[a-z.*]+`(?:, )?)+) \\| (?!Job)");
    private static final Map<String, Set<String>> EXCEPTIONS =
            Map.of("fixture", Set.of("oidc.sign"), "fixture.check", Set.of("oidc.grant", "oidc.sign"));

    private static List<List<String>> rows() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "architecture.md"));
        String table = page.substring(page.indexOf("| Package | Job |"), page.indexOf("**The public API**"));
        return ROW.matcher(table)
                .results()
                .map(row ->
                        List.of(row.group(1).replace("`", "").replace(".*", "").split(", ")))
                .toList();
    }

    /** The row of the package itself, or else that of the nearest package around it; -1 if there is none. */
    private static int row(List<List<String>> rows, String name) {
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMap(row -> rows.get(row).stream().map(told -> Map.entry(told, row)))
                .filter(told -> name.equals(told.getKey()) || name.startsWith(told.getKey() + "."))
                .max(Comparator.comparing(told -> told.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(-1);
    }

    @Test
    void hasARowForEach() throws IOException {
        List<List<String>> rows = rows();

        assertThat(ArrowsTest.ARROWS.keySet())
                .allSatisfy(name -> assertThat(row(rows, name)).as(name).isNotNegative());
    }

    @Test
    void hasNoRowBeforeOneThatItImports() throws IOException {
        List<List<String>> rows = rows();
        Stream<String> backwards = ArrowsTest.ARROWS.entrySet().stream()
                .flatMap(arrows -> arrows.getValue().stream()
                        .filter(to -> Character.isLowerCase(to.charAt(0)))
                        .filter(to -> !EXCEPTIONS
                                .getOrDefault(arrows.getKey(), Set.of())
                                .contains(to))
                        .filter(to -> row(rows, to) > row(rows, arrows.getKey()))
                        .map(to -> arrows.getKey() + " imports " + to));

        assertThat(backwards).isEmpty();
    }
}
