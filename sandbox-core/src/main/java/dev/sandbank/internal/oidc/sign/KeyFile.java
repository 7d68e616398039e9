package dev.sandbank.internal.oidc.sign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file with private keys as a JSON Web Key Set. Sandbank adds each key that it makes. Only the file's owner may read it.
 *
 * @param path the path of the file
 * @param set its keys, which were checked
 */
public record KeyFile(Path path, ObjectNode set) {

    public KeyFile {
        set.withArray("keys");
    }

    ArrayNode keys() {
        return set.withArray("keys");
    }

    void add(String key) {
        try {
            keys().add(new ObjectMapper().readTree(key));
            write();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the library writes JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save the keys in " + path, e);
        }
    }

    /** Writes a new file and moves it into place, so that nobody reads a partial one. */
    public void write() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(folder, ".sandbank", ".jwks", onlyForItsOwner());
        try {
            Files.writeString(fresh, set.toPrettyString() + "\n");
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static FileAttribute<?>[] onlyForItsOwner() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
