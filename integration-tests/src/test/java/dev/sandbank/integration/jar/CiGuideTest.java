package dev.sandbank.integration.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of {@code docs/guides/ci.md} that start a server on a runner, with the suite in Node.js as the tests. */
class CiGuideTest {

    private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();
    private static final Path JAR = Path.of(System.getProperty("sandbank.jar"));
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @Test
    void startsTheServerBeforeTheTests(@TempDir Path folder) throws Exception {
        assumeThat(Stream.of("bash", "node").allMatch(CiGuideTest::isThere) || "true".equals(System.getenv("CI")))
                .as("bash and node are there, or have to be")
                .isTrue();

        Process shell = new ProcessBuilder("bash", "-c", script(freePort()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(shell.exitValue()).as(printed).isZero();
        assertThat(printed).contains("# pass 6");
        assertThat(folder.resolve("sandbank.log")).content().contains("sandbank: apiture ready at ");
    }

    /** As the page has it, but with the jar of this build, at another port, and with an end. */
    private static String script(int port) throws IOException {
        String lines = SHELL.matcher(Files.readString(DOCS.resolve("guides/ci.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(lines).contains("--port 8080", "sandbank.jar health ", "\nnpm test\n");
        String url = "http://127.0.0.1:" + port;
        return "trap 'kill $(jobs -p)' EXIT\n"
                + lines.replace("--port 8080", "--port " + port)
                        .replace("sandbank.jar health ", "sandbank.jar health " + url + " ")
                        .replace("sandbank.jar ", JAR.toAbsolutePath() + " ")
                        .replace("npm test", "SANDBANK_URL=" + url + " node --test " + DOCS.resolve("suites"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isThere(String tool) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    }
}
