package dev.sandbank.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a main class of this class path in a process of its own, for what only a whole process can show. */
public final class ChildJvm {

    private static final int LONGEST_SECONDS = 120;

    private ChildJvm() {}

    /** How a process ended, and what it wrote. */
    public record Ended(int exitCode, String out, String err) {}

    /**
     * Runs a process to its end.
     *
     * @param options of Java, such as {@code -Xmx32m}, then {@code --}, then arguments
     */
    public static Ended run(Class<?> main, String... options) throws InterruptedException {
        try {
            Path out = Files.createTempFile("child", ".out");
            Path err = Files.createTempFile("child", ".err");
            Process process = new ProcessBuilder(command(main.getName(), List.of(options)))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            try {
                if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("still running: " + read(out) + read(err));
                }
                return new Ended(process.exitValue(), read(out), read(err));
            } finally {
                process.destroyForcibly();
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(String main, List<String> options) {
        int dashes = options.indexOf("--");
        int end = dashes < 0 ? options.size() : dashes;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options.subList(0, end));
        command.addAll(List.of("-cp", classPath(), main));
        command.addAll(options.subList(Math.min(end + 1, options.size()), options.size()));
        return command;
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
