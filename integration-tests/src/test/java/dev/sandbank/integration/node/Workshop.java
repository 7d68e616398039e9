package dev.sandbank.integration.node;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A folder below {@code target} with scripts of {@code src/test} and what npm installs for them. */
public final class Workshop {

    private static final int PATIENCE_IN_MINUTES = 4;

    private final NodeTools tools;
    private final Path folder;

    private Workshop(NodeTools tools, Path folder) {
        this.tools = tools;
        this.folder = folder;
    }

    /** Lays out the folder; npm is asked only if the lock is not the one it installed from before. */
    public static Workshop in(Path folder, Path sources, NodeTools tools) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()), REPLACE_EXISTING);
            }
        }
        Workshop workshop = new Workshop(tools, folder.toAbsolutePath());
        Path lock = folder.resolve("package-lock.json");
        Path installed = folder.resolve("installed.json");
        if (!Files.exists(installed) || Files.mismatch(lock, installed) >= 0) {
            workshop.run("npm-ci", List.of(tools.npm().toString(), "ci"));
            Files.copy(lock, installed, REPLACE_EXISTING);
        }
        return workshop;
    }

    public String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** Runs a script, whose last argument is the file that it writes its report to, and returns that. */
    public JsonNode play(String script, String... arguments) throws IOException, InterruptedException {
        Path report = folder.resolve(script + ".report.json");
        Files.deleteIfExists(report);
        List<String> command = new ArrayList<>(List.of(tools.node().toString(), script));
        command.addAll(List.of(arguments));
        command.add(report.toString());
        run(script, command);
        return new ObjectMapper().readTree(report.toFile());
    }

    private void run(String name, List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            boolean ended = process.waitFor(PATIENCE_IN_MINUTES, TimeUnit.MINUTES);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(
                        command + (ended ? " failed:\n" : " did not end:\n") + Files.readString(log));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
