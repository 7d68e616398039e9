package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.junit.kit.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/start/first-test.md} shows builds and tests that run, and how a red one fails. */
class FirstTestDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "start", "first-test.md");
    private static final Path USERS = Path.of("..", "integration-tests", "src", "it", "users");
    private static final Path TESTS = Path.of("src/test/java/dev/sandbank/junit/start");

    @Test
    void showsTheFilesOfUsersBuildsWithTheirImports() throws IOException {
        Map<String, String> files = blocks("snippet");

        assertThat(files)
                .containsOnlyKeys(
                        "start/pom.xml",
                        "start/src/test/java/BlockedCustomerTest.java",
                        "gradle/build.gradle.kts",
                        "kotlin/src/test/kotlin/user/kotlin/AccountsTest.kt",
                        "AssertionsExampleTest");
        for (String file : files.keySet()) {
            if (file.contains("/")) {
                String text = Files.readString(USERS.resolve(file)).replaceFirst("(?m)^package .*\\n", "");
                assertThat(files.get(file)).as(file).isEqualToIgnoringWhitespace(text);
            }
        }
    }

    @Test
    void showsLinesOfTheBuildForKotlinInTheirOrder() throws IOException {
        List<String> build = Files.readAllLines(USERS.resolve("kotlin/pom.xml"));

        List<String> shown = blocks("lines")
                .get("kotlin/pom.xml")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();

        assertThat(build)
                .map(String::strip)
                .containsSubsequence(shown.stream().map(String::strip).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FirstRed", "BobIsRefusedTest", "BobIsEntitledTest"})
    void showsTestsThatRun(String name) throws IOException {
        String source = Files.readString(TESTS.resolve(name + ".java"));
        String start = "// tag::example[]\n";

        assertThat(blocks("test").get(name))
                .isEqualToIgnoringWhitespace(
                        source.substring(source.indexOf(start) + start.length(), source.indexOf("// end::example[]")));
    }

    @Test
    void showsWhatTheFirstRedPrints() throws Exception {
        SampleRun run = SampleRun.of(Class.forName("dev.sandbank.junit.start.FirstRed"));

        assertThat(run.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessage(blocks("message").get("FirstRed").strip()));
    }

    /** The blocks of code that follow a comment of this kind, by what the comment names. */
    private static Map<String, String> blocks(String kind) throws IOException {
        return Pattern.compile("<!-- " + kind + ": (.+?) -->\\n```\\w*\\n(.*?)```\\n", Pattern.DOTALL)
                .matcher(Files.readString(DOCUMENT))
                .results()
                .collect(Collectors.toMap(block -> block.group(1), block -> block.group(2)));
    }
}
