package dev.sandbank.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.operation.GateName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/reference/glossary.md} has the words of the other pages, each short and with a way to where it is told. */
class GlossaryTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path GLOSSARY = DOCS.resolve("reference/glossary.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| <a id=\"(.+?)\"></a>\\*\\*(.+?)\\*\\* \\| (.+) \\|$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]+]\\([^)]+\\)");
    private static final int MOST_WORDS = 45;

    /** What each term means, in the order of the page. */
    private static final Map<String, String> TERMS = ROW.matcher(read(GLOSSARY))
            .results()
            .collect(Collectors.toMap(
                    row -> row.group(2), row -> row.group(3), (one, other) -> one, LinkedHashMap::new));

    @Test
    void isInAlphabeticalOrder() {
        assertThat(TERMS).hasSizeGreaterThan(40);
        assertThat(List.copyOf(TERMS.keySet())).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(read(GLOSSARY).lines().filter(line -> line.startsWith("| <a")))
                .hasSameSizeAs(TERMS.keySet());
    }

    @Test
    void canBeLinkedToByTheTerm() {
        assertThat(ROW.matcher(read(GLOSSARY)).results())
                .allSatisfy(row -> assertThat(row.group(1))
                        .isEqualTo(row.group(2).toLowerCase(Locale.ROOT).replace(' ', '-')));
    }

    @Test
    void isShortAndLeadsOn() {
        assertThat(TERMS).allSatisfy((term, meaning) -> {
            assertThat(meaning).containsPattern(LINK);
            assertThat(LINK.matcher(meaning).replaceAll("").split("\\s+")).hasSizeLessThan(MOST_WORDS);
        });
    }

    @Test
    void hasNoWordThatNoOtherPageUses() {
        String pages = String.join("\n", pages());

        assertThat(TERMS.keySet().stream()
                        .filter(term -> !Pattern.compile("(?i)\\b" + term + "(s|es)?\\b")
                                .matcher(pages)
                                .find()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void hasEveryGate(GateName gate) {
        assertThat(TERMS).containsKey(gate.word());
        assertThat(TERMS.get(gate.word())).contains("gate `" + gate.word() + "`");
    }

    private static List<String> pages() {
        try (Stream<Path> files = Files.walk(DOCS)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.equals(GLOSSARY) && !file.startsWith(DOCS.resolve("decisions")))
                    .map(GlossaryTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
