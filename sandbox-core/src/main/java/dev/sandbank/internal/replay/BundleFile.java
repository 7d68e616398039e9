package dev.sandbank.internal.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Change;
import dev.sandbank.Exchange;
import dev.sandbank.internal.control.api.JournalJson;
import dev.sandbank.internal.text.BoundedJson;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The file of a bundle: a zip with a few entries of fixed names, never unpacked to disk. Reading is bounded, because the file may come
 * from anywhere.
 *
 * @param path where it is
 */
public record BundleFile(Path path) {

    /** The most bytes of one entry. */
    static final int LONGEST_ENTRY = 32 * 1024 * 1024;

    private static final Set<String> NEEDED = Set.of(RecordedTest.ABOUT, RecordedTest.CALLS, RecordedTest.CHANGES);
    private static final Set<String> KNOWN = Set.of(
            RecordedTest.ABOUT, RecordedTest.CALLS, RecordedTest.CHANGES, RecordedTest.FIXTURE, RecordedTest.STATE);

    /** Writes the entries into a new file beside it, which then takes its place. */
    void write(Map<String, String> entries) throws IOException {
        Path whole = path.toAbsolutePath();
        Files.createDirectories(Objects.requireNonNull(whole.getParent()));
        Path half = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(half), StandardCharsets.UTF_8)) {
                for (Map.Entry<String, String> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
            Files.move(half, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /**
     * Reads the bundle.
     *
     * @throws BundleException if the file is none
     * @throws IOException if it cannot be read
     */
    public RecordedTest read() throws IOException {
        Map<String, String> entries = entries();
        for (String needed : NEEDED) {
            if (!entries.containsKey(needed)) {
                throw new BundleException("is no bundle of a failed test: it has no " + needed);
            }
        }
        JsonNode about = json(entries, RecordedTest.ABOUT);
        if (about.path("format").asInt() != RecordedTest.FORMAT) {
            throw new BundleException("is a bundle of another version of Sandbank");
        }
        List<Exchange> calls =
                all(json(entries, RecordedTest.CALLS).path("calls"), JournalJson::exchange, RecordedTest.CALLS);
        List<Change> changes =
                all(json(entries, RecordedTest.CHANGES).path("changes"), JournalJson::change, RecordedTest.CHANGES);
        return new RecordedTest(
                about,
                calls,
                changes,
                entries.getOrDefault(RecordedTest.FIXTURE, ""),
                entries.getOrDefault(RecordedTest.STATE, ""));
    }

    private Map<String, String> entries() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
                ZipInputStream zip = new ZipInputStream(file, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (!KNOWN.contains(name)) {
                    throw new BundleException("is no bundle of a failed test: it contains " + name);
                }
                if (entries.put(name, text(zip, name)) != null) {
                    throw new BundleException("is no bundle of a failed test: it contains " + name + " twice");
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException damaged) {
            throw new BundleException("is damaged, or no zip: " + damaged.getMessage());
        }
        return entries;
    }

    private static String text(ZipInputStream zip, String name) throws IOException {
        byte[] bytes = zip.readNBytes(LONGEST_ENTRY + 1);
        if (bytes.length > LONGEST_ENTRY) {
            throw new BundleException("is no bundle of a failed test: its " + name + " has more than "
                    + LONGEST_ENTRY / (1024 * 1024) + " MiB");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static JsonNode json(Map<String, String> entries, String name) throws BundleException {
        try {
            return BoundedJson.read(entries.getOrDefault(name, ""));
        } catch (JsonProcessingException bad) {
            throw new BundleException("is damaged: its " + name + " " + BoundedJson.told(bad));
        }
    }

    private static <T> List<T> all(JsonNode list, Function<JsonNode, T> read, String name) throws BundleException {
        try {
            return list.valueStream().map(read).toList();
        } catch (RuntimeException wrong) {
            throw new BundleException("is damaged: its " + name + " is no journal");
        }
    }
}
