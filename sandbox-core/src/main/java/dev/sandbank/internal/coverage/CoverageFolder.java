package dev.sandbank.internal.coverage;

import dev.sandbank.internal.explain.page.CoveragePage;
import dev.sandbank.internal.text.BoundedJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The files with the coverage of a project's tests: JSON, which is read and merged, and the same for people.
 *
 * @param folder where they are
 */
public record CoverageFolder(Path folder) {

    /** The name of the file that is read. */
    public static final String JSON = "coverage.json";

    /** A lock of a file excludes other processes only. A literal is one object for all class loaders of this one. */
    private static final String IN_THIS_PROCESS = "dev.sandbank.coverage";

    /** Merges later runs into the files; other processes that do the same wait meanwhile, and so do other threads, even of another class loader. */
    public void add(CoverageOfTests later) throws IOException {
        synchronized (IN_THIS_PROCESS) {
            Files.createDirectories(folder);
            try (FileChannel file = FileChannel.open(
                            folder.resolve(JSON),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                CoverageOfTests all =
                        parsed(new String(Channels.newInputStream(file).readAllBytes(), StandardCharsets.UTF_8));
                all.addLater(later);
                replace(lock.acquiredBy() instanceof FileChannel locked ? locked : file, all);
            }
        }
    }

    private void replace(FileChannel file, CoverageOfTests all) throws IOException {
        ByteBuffer json = ByteBuffer.wrap(json(all).getBytes(StandardCharsets.UTF_8));
        file.truncate(0);
        while (json.hasRemaining()) {
            file.write(json, json.position());
        }
        Files.writeString(folder.resolve("coverage.txt"), CoverageText.of(all.banks()));
        Files.writeString(folder.resolve("coverage.html"), CoveragePage.of(all.banks()));
    }

    /** Formats the coverage of tests for programs. */
    public static String json(CoverageOfTests all) {
        return CoverageJson.write(all).toPrettyString() + "\n";
    }

    /** Reads the JSON of tests; a file that was cut off counts as empty. */
    private static CoverageOfTests parsed(String text) {
        return CoverageJson.readTests(
                BoundedJson.find(text).orElseGet(() -> CoverageJson.write(new CoverageOfTests())));
    }

    /** Returns what the files say. */
    public CoverageOfTests read() throws IOException {
        return parsed(Files.readString(folder.resolve(JSON)));
    }
}
