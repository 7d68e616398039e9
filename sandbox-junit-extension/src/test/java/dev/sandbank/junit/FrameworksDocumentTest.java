package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/guides/frameworks.md} shows what users' builds compile and run. */
class FrameworksDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "guides", "frameworks.md");
    private static final Path USERS = Path.of("..", "integration-tests", "src", "it", "users");
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: (.+?) -->\\n```\\w+\\n(.*?)```\\n", Pattern.DOTALL);
    private static final Pattern COORDINATES = Pattern.compile("\"(dev\\.sandbank):(.+?):(.+?)\"");

    @Test
    void showsTheFilesOfTheBuilds() throws IOException {
        List<MatchResult> snippets =
                SNIPPET.matcher(Files.readString(DOCUMENT)).results().toList();

        assertThat(snippets).isNotEmpty();
        for (MatchResult snippet : snippets) {
            assertThat(snippet.group(2)).isEqualToIgnoringWhitespace(withoutImports(USERS.resolve(snippet.group(1))));
        }
    }

    @Test
    void showsEveryTestOfThem() throws IOException {
        try (Stream<Path> files = Files.walk(USERS)) {
            List<String> tests = files.filter(
                            file -> file.getFileName().toString().startsWith("AccountsTest."))
                    .map(file -> USERS.relativize(file).toString().replace('\\', '/'))
                    .toList();

            assertThat(tests).hasSize(4);
            assertThat(Files.readString(DOCUMENT)).contains(tests);
        }
    }

    @Test
    void namesTheCoordinatesOfTheExtensionForGradle() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String version = pom.replaceAll("(?s).*?<version>(.+?)</version>.*", "$1");

        assertThat(COORDINATES
                        .matcher(Files.readString(USERS.resolve("gradle/build.gradle.kts")))
                        .results())
                .singleElement()
                .satisfies(found -> {
                    assertThat(pom).contains("<artifactId>" + found.group(2) + "</artifactId>");
                    assertThat(found.group(3)).isEqualTo(version);
                });
    }

    private static String withoutImports(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
                    .collect(Collectors.joining("\n"));
        }
    }
}
