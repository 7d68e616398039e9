package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a newcomer pastes from the README and the first pages is what the build runs. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Path FIRST_TEST =
            ROOT.resolve("integration-tests/src/it/users/start/src/test/java/BlockedCustomerTest.java");
    private static final Path EXAMPLES = Path.of("src/test/java/dev/sandbank/junit");

    @Test
    void showsTheFirstTestWithItsImports() throws IOException {
        assertShows("README.md", "start/src/test/java/BlockedCustomerTest.java", Files.readString(FIRST_TEST));
    }

    @ParameterizedTest
    @CsvSource({"docs/start/first-test.md,AssertionsExampleTest"})
    void showsTheExampleThatIsCompiledAndRun(String document, String name) throws IOException {
        assertShows(document, name, example(name));
    }

    @Test
    void needsNoMoreThanSixLinesForAGuardedCallAndItsDenial() throws IOException {
        String test = Files.readString(FIRST_TEST);

        String body = test.substring(test.indexOf("    @Test"));
        body = body.substring(0, body.indexOf("\n\n"));

        assertThat(body.lines()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void fitsOnTwoScreens() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/start/first-test.md"})
    void namesTheVersionThatIsBuilt(String document) throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        String version = pom.replaceAll("(?s).*?<revision>(.+?)</revision>.*", "$1");

        List<String> named = Pattern.compile(
                        "<artifactId>sandbox-junit-extension</artifactId>\\s*<version>(.+?)</version>"
                                + "|dev\\.sandbank:sandbox-junit-extension:([^\"]+)")
                .matcher(Files.readString(ROOT.resolve(document)))
                .results()
                .map(ReadmeTest::version)
                .toList();

        assertThat(named).hasSizeGreaterThanOrEqualTo(2).containsOnly(version);
    }

    private static String version(MatchResult named) {
        return named.group(1) == null ? named.group(2) : named.group(1);
    }

    private static void assertShows(String document, String name, String code) throws IOException {
        String text = Files.readString(ROOT.resolve(document));
        String marker = "<!-- snippet: " + name + " -->\n";

        assertThat(text).containsOnlyOnce(marker);
        assertThat(withoutBlanks(text)).contains(withoutBlanks(marker + "```java\n" + code + "```\n"));
    }

    /** Lines may be broken in another way. */
    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String example(String name) throws IOException {
        String source = Files.readString(EXAMPLES.resolve(name + ".java"));
        String start = "// tag::readme[]\n";
        return source.substring(source.indexOf(start) + start.length(), source.indexOf("// end::readme[]"));
    }
}
