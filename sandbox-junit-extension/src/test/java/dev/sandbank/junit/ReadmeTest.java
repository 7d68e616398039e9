package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path EXAMPLES = Path.of("src/test/java/dev/sandbank/junit");

    @ParameterizedTest
    @ValueSource(strings = {"ReadmeExampleTest", "AssertionsExampleTest"})
    void showsTheExampleThatIsCompiledAndRun(String name) throws IOException {
        String readme = Files.readString(README);
        String marker = "<!-- snippet: " + name + " -->\n";

        assertThat(readme).containsOnlyOnce(marker);
        assertThat(withoutBlanks(readme)).contains(withoutBlanks(marker + "```java\n" + example(name) + "```\n"));
    }

    @Test
    void needsNoMoreThanSixLinesForAGuardedCallAndItsDenial() throws IOException {
        String example = example("ReadmeExampleTest");

        String body = example.substring(example.indexOf("{\n") + 2);
        body = body.substring(0, body.indexOf("\n\n"));

        assertThat(body.lines()).hasSizeLessThanOrEqualTo(6);
    }

    /** Lines may be broken in another way. */
    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** The first example can be pasted as it is. */
    private static String example(String name) throws IOException {
        if (name.equals("ReadmeExampleTest")) {
            String whole = Files.readString(EXAMPLES.resolve("readme").resolve(name + ".java"));
            return whole.substring(whole.indexOf("import "));
        }
        String source = Files.readString(EXAMPLES.resolve(name + ".java"));
        String start = "// tag::readme[]\n";
        String end = source.substring(0, source.indexOf("// end::readme[]"));
        return end.substring(end.indexOf(start) + start.length())
                        .stripTrailing()
                        .stripIndent() + "\n";
    }
}
