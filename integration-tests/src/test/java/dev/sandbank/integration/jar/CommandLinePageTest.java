package dev.sandbank.integration.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/start/command-line.md}, run one after the other in one shell, print what the page says. */
class CommandLinePageTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGE = ROOT.resolve("docs/start/command-line.md");
    private static final Path JAR = Path.of(System.getProperty("sandbank.jar"));
    private static final Pattern CONSOLE = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);
    private static final String URL = "http://127.0.0.1:8080";
    private static final String END = "-- end of a command --\n";

    /** A command, and the page's output of it. */
    private record Shown(String command, String output) {

        static Stream<Shown> in(MatchResult block) {
            return Stream.of(("\n" + block.group(1)).split("\n\\$ ", -1))
                    .skip(1)
                    .map(text -> text.split("\n", 2))
                    .map(parts -> new Shown(parts[0], parts.length == 1 ? "" : parts[1].strip()));
        }

        /** An ellipsis stands for anything. */
        Pattern pattern() {
            List<String> told =
                    Stream.of(output.split("…", -1)).map(Pattern::quote).toList();
            return Pattern.compile(String.join(".*", told), Pattern.DOTALL);
        }
    }

    @Test
    void isTrue(@TempDir Path folder) throws Exception {
        assumeThat(Stream.of("bash", "curl").allMatch(CommandLinePageTest::isThere)
                        || "true".equals(System.getenv("CI")))
                .as("bash and curl are there, or have to be")
                .isTrue();
        List<Shown> shown = new ArrayList<>(blocks(CONSOLE).flatMap(Shown::in).toList());
        Shown serve = shown.remove(0);
        Path log = folder.resolve("serve.log");

        try (ServeCommand bank = ServeCommand.run(JAR, log, "--bank", "apiture", "--port", "0")) {
            String ready = bank.line();
            String url = ready.substring(ready.indexOf("http"));

            assertThat(serve.command()).endsWith(" serve --bank apiture --port 8080");
            assertThat(ready.replace(url, URL)).isEqualTo(serve.output());
            List<String> printed = run(shown, url);
            assertThat(printed)
                    .zipSatisfy(
                            shown,
                            (output, expected) -> assertThat(output.strip())
                                    .as(expected.command())
                                    .matches(expected.pattern()));
        }
        assertThat(log)
                .content()
                .contains(blocks(TEXT).findFirst().orElseThrow().group(1));
    }

    /** What each command prints. */
    private static List<String> run(List<Shown> shown, String url) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder();
        shown.forEach(each -> script.append(each.command().replace(URL, url))
                .append("\necho '")
                .append(END.strip())
                .append("'\n"));
        Process shell = new ProcessBuilder("bash", "-c", script.toString())
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> outputs = List.of(printed.split(Pattern.quote(END), -1));
        return outputs.subList(0, outputs.size() - 1);
    }

    private static boolean isThere(String tool) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    }

    private static Stream<MatchResult> blocks(Pattern kind) throws IOException {
        return kind.matcher(Files.readString(PAGE)).results();
    }
}
