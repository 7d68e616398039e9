package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path EXAMPLE = Path.of("src/test/java/dev/sandbank/junit/ReadmeExampleTest.java");
    private static final String MARKER = "<!-- snippet: ReadmeExampleTest -->\n";

    @Test
    void showsTheExampleThatIsCompiledAndRun() throws IOException {
        String readme = Files.readString(README);

        assertThat(readme).containsOnlyOnce(MARKER + "```java\n" + example() + "```\n");
        assertThat(readme).containsOnlyOnce(MARKER);
    }

    private static String example() throws IOException {
        String source = Files.readString(EXAMPLE);
        String start = "// tag::readme[]\n";
        return source.substring(source.indexOf(start) + start.length(), source.indexOf("// end::readme[]"));
    }
}
