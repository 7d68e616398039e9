package dev.sandbank.integration.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Error Prone tells users of what is only begun, such as an assertion that says which calls and nothing of them. */
class OnlyBegunTest {

    private static final List<String> BEGUN = List.of(
            "assertThat(bank).calls();",
            "assertThat(bank).calls().to(\"createTransfer\");",
            "assertThat(bank).calls().to(\"createTransfer\").by(\"ada-batch\").forUser(\"ada\");",
            "assertThat(bank).eventually(Duration.ofSeconds(1));",
            "assertThat(bank).tokenRequests().usingBasicAuth();",
            "bank.faults().on(\"createTransfer\");",
            "bank.faults().on(\"createTransfer\").next(2);",
            "bank.faults().by(\"ada-batch\").maybe();",
            "bank.expectDenial(\"scope-missing\");",
            "bank.expectDenial(\"scope-missing\").of(\"createTransfer\");");

    private static final List<String> WHOLE = List.of(
            "assertThat(bank).lastCall();",
            "assertThat(bank).calls().to(\"createTransfer\").by(\"ada-batch\").wereAllowed();",
            "assertThat(bank).calls().hasSize(1).withStatus(200);",
            "bank.faults().on(\"createTransfer\").next(2).fail(503);",
            "bank.expectDenial(\"scope-missing\").of(\"createTransfer\").during(() -> {});");

    private static final Pattern TOLD = Pattern.compile("Begun\\.java:(\\d+): error: \\[CheckReturnValue]");

    @TempDir
    private Path place;

    @Test
    void isToldByTheCompiler() throws IOException, InterruptedException {
        List<String> lines = Stream.concat(BEGUN.stream(), WHOLE.stream()).toList();

        String output = compiled(lines);

        assertThat(TOLD.matcher(output)
                        .results()
                        .map(OnlyBegunTest::line)
                        .map(line -> lines.get(line - 1))
                        .toList())
                .as(output)
                .containsExactlyElementsOf(BEGUN);
        assertThat(output).contains(BEGUN.size() + " errors");
    }

    private static int line(MatchResult told) {
        return Integer.parseInt(told.group(1));
    }

    /** What the compiler says of statements, each on a line of its own from the first on. */
    private String compiled(List<String> statements) throws IOException, InterruptedException {
        Path source = place.resolve("Begun.java");
        Files.writeString(
                source,
                "import static dev.sandbank.junit.SandbankAssertions.assertThat; import dev.sandbank.Sandbank; import java.time.Duration;"
                        + " class Begun { void test(Sandbank bank) { " + String.join("\n", statements) + "\n}}");
        Path output = place.resolve("output");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "javac").toString()));
        Stream.of("api", "code", "comp", "file", "main", "model", "parser", "processing", "tree", "util")
                .map(name -> "-J--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED")
                .forEach(command::add);
        Stream.of("code", "comp")
                .map(name -> "-J--add-opens=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED")
                .forEach(command::add);
        String classPath = System.getProperty("java.class.path");
        command.addAll(List.of(
                "-XDcompilePolicy=simple",
                "--should-stop=ifError=FLOW",
                "-proc:none",
                "-cp",
                classPath,
                "-processorpath",
                classPath,
                "-Xplugin:ErrorProne -XepDisableAllChecks -Xep:CheckReturnValue:ERROR",
                "-d",
                place.toString(),
                source.toString()));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
