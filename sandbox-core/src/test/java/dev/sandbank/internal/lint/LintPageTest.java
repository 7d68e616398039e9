package dev.sandbank.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@code docs/reference/lint.md} has a row for each rule, in the order of the rules. */
class LintPageTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "lint.md");

    @Test
    void hasARowForEachRule() throws IOException {
        String page = Files.readString(PAGE);
        List<String> rows = page.substring(page.indexOf("## Rules"), page.indexOf("## What is no finding"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows.stream()
                        .map(row -> row.replaceAll("^\\| `|` \\|.*", ""))
                        .toList())
                .isEqualTo(Rules.ALL.stream().map(LintRule::id).toList());
        for (int at = 0; at < rows.size(); at++) {
            LintRule rule = Rules.ALL.get(at);
            assertThat(rows.get(at))
                    .contains("| " + rule.severity().name().toLowerCase(Locale.ROOT) + " |")
                    .endsWith("| " + rule.source() + " |");
        }
    }
}
