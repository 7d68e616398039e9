package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fixture that is too large for the memory there is. */
class TooLittleMemoryTest {

    @TempDir
    private Path folder;

    @Test
    void isToldInASentenceByEveryCommand() throws Exception {
        Path fixture = large();

        for (List<String> command : List.of(
                List.of("check", fixture.toString()),
                List.of("serve", "--port", "0", "--fixture", fixture.toString()),
                List.of("explain", "getAccount", "--user", "ada", "--fixture", fixture.toString()),
                List.of("matrix", "--fixture", fixture.toString()))) {
            Ran ran = launched(command);

            // Java itself may say on its way there that memory is short; a stack trace is nobody's.
            assertThat(ran.exitCode()).isEqualTo(OutOfMemoryExit.CODE);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err())
                    .containsOnlyOnce("sandbank: out of memory; give Java a larger heap, such as -Xmx1g\n")
                    .doesNotContain("\tat ");
        }
    }

    private Path large() throws IOException {
        Path fixture = folder.resolve("large.yaml");
        try (BufferedWriter out = Files.newBufferedWriter(fixture)) {
            out.write("bank: apiture\nusers:\n");
            for (int user = 0; user < 120_000; user++) {
                out.write("  - {id: user-%07d, username: user-%07d}\n".formatted(user, user));
            }
        }
        return fixture;
    }

    /** In a process of its own, with the heap of a small container. */
    private Ran launched(List<String> command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        all.addAll(command);
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(all)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
