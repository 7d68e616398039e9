package dev.sandbank.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link of a page leads to a file and a heading that are there, and the index knows every page. */
class LinksTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DOCS = ROOT.resolve("docs");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]*)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\n]*`");
    private static final Pattern ANCHOR = Pattern.compile("(?m)^#+ (.*)$|<a id=\"([^\"]*)\">");

    @Test
    void leadSomewhere() {
        assertThat(pages().flatMap(LinksTest::brokenLinks)).isEmpty();
    }

    @Test
    void ofTheIndexLeadToEveryPage() {
        String index = read(DOCS.resolve("README.md"));
        Stream<String> below = Stream.of("start", "guides", "reference", "background")
                .map(DOCS::resolve)
                .filter(Files::isDirectory)
                .flatMap(LinksTest::markdown)
                .map(page -> DOCS.relativize(page).toString());

        assertThat(below).isNotEmpty().allSatisfy(page -> assertThat(index).contains("(" + page + ")"));
    }

    private static Stream<String> brokenLinks(Path page) {
        return LINK.matcher(CODE.matcher(read(page)).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches() && !leads(page, link))
                .map(link -> page + ": " + link);
    }

    private static boolean leads(Path page, String link) {
        List<String> parts = List.of(link.split("#", 2));
        Path target = parts.get(0).isEmpty() ? page : page.resolveSibling(parts.get(0));
        return Files.exists(target) && (parts.size() == 1 || anchors(target).contains(parts.get(1)));
    }

    /** The headings of a page as GitHub turns them into fragments, and the anchors that it sets itself. */
    private static Set<String> anchors(Path page) {
        return ANCHOR.matcher(read(page))
                .results()
                .map(found -> found.group(2) != null
                        ? found.group(2)
                        : found.group(1)
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                                .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Stream<Path> pages() {
        return Stream.concat(
                markdown(DOCS),
                Stream.of(
                                "README.md",
                                "CONTRIBUTING.md",
                                "SECURITY.md",
                                "CODE_OF_CONDUCT.md",
                                "CHANGELOG.md",
                                "MIGRATION.md",
                                "benchmarks/README.md")
                        .map(ROOT::resolve));
    }

    private static Stream<Path> markdown(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
