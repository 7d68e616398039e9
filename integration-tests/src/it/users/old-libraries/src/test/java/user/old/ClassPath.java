package user.old;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The jars and folders of this project's tests, in order. */
record ClassPath(List<Path> entries) {

    static final ClassPath WHOLE = new ClassPath(
            Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                            .split(File.pathSeparator))
                    .map(Path::of)
                    .toList());

    static boolean isSandbanks(Path entry) {
        return entry.getFileName().toString().startsWith("sandbox-");
    }

    static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    ClassPath withoutSandbank() {
        return new ClassPath(
                entries.stream().filter(Predicate.not(ClassPath::isSandbanks)).toList());
    }

    /** A class loader for it that has only the JDK above. */
    URLClassLoader load() {
        return new URLClassLoader(
                entries.stream().map(ClassPath::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
