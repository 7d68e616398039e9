package dev.sandbank.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages that tell users which version to install tell the one of the parent POM, as {@code release/version.sh} sets it. */
class VersionTest {

    private static final Path ROOT = Path.of("..");

    /** A Maven dependency, or the coordinates that Gradle takes. */
    private static final Pattern TOLD =
            Pattern.compile("(?s)<groupId>dev\\.sandbank</groupId>\\s*<artifactId>[\\w-]+</artifactId>\\s*"
                    + "<version>([^<]+)</version>|dev\\.sandbank:[\\w-]+:([\\w.-]+)");

    @Test
    void isTheSameOnAllPages() throws IOException {
        String version = matches("<revision>(.*)</revision>", "pom.xml").group(1);

        List<String> told;
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            told = Stream.concat(docs, Stream.of(ROOT.resolve("README.md")))
                    .filter(page -> page.toString().endsWith(".md"))
                    .flatMap(page -> TOLD.matcher(read(page)).results())
                    .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                    .toList();
        }

        assertThat(told).isNotEmpty().containsOnly(version);
    }

    private static MatchResult matches(String pattern, String file) {
        return Pattern.compile(pattern)
                .matcher(read(ROOT.resolve(file)))
                .results()
                .findFirst()
                .orElseThrow();
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new AssertionError(page.toString(), e);
        }
    }
}
