package dev.sandbank.integration.jar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code java -jar sandbank.jar serve …} in a process of its own. */
final class ServeCommand implements AutoCloseable {

    private static final int PATIENCE_IN_SECONDS = 60;

    private final Process process;
    private final BufferedReader output;

    private ServeCommand(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static ServeCommand run(Path jar, String... arguments) throws IOException {
        return run(jar, ProcessBuilder.Redirect.INHERIT, arguments);
    }

    /** With what it writes to standard error in a file. */
    static ServeCommand run(Path jar, Path log, String... arguments) throws IOException {
        return run(jar, ProcessBuilder.Redirect.to(log.toFile()), arguments);
    }

    private static ServeCommand run(Path jar, ProcessBuilder.Redirect errors, String... arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = Stream.concat(
                        Stream.of(java.toString(), "-jar", jar.toString(), "serve"), Stream.of(arguments))
                .toList();
        return new ServeCommand(
                new ProcessBuilder(command).redirectError(errors).start());
    }

    /** The next line on standard output. */
    String line() throws IOException {
        return output.readLine();
    }

    /** Tells the process to end, as a shell or a container does, and returns what else was on standard output. */
    List<String> stop() throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("told to end, the process goes on");
        }
        return output.lines().toList();
    }

    int exitCode() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
