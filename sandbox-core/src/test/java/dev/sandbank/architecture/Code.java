package dev.sandbank.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.sandbank.Sandbank;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The code of this module, as classes and as sources. */
final class Code {

    /** Without what the build generates from templates. */
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/page/templates/"))
            .importPath(compiled());

    private Code() {}

    static JavaClasses main() {
        return MAIN;
    }

    private static Path compiled() {
        try {
            return Path.of(Sandbank.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Path> sources() {
        return in(Path.of("src", "main", "java"));
    }

    /** The sources of the tests here. */
    static List<Path> tests() {
        return in(Path.of("src", "test", "java"));
    }

    private static List<Path> in(Path folder) {
        Path root = Path.of(System.getProperty("basedir", ".")).resolve(folder);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
