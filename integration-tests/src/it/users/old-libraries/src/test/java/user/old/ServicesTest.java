package user.old;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a {@link ServiceLoader} finds on the class path: the same with Sandbank as without. */
class ServicesTest {

    private static final String FOLDER = "META-INF/services";

    @Test
    void areTheSame() throws IOException {
        Map<String, List<String>> without = providers(ClassPath.WHOLE.withoutSandbank());

        assertThat(without)
                .containsKeys(
                        "java.sql.Driver",
                        "javax.servlet.ServletContainerInitializer",
                        "com.fasterxml.jackson.core.JsonFactory",
                        "com.fasterxml.jackson.databind.Module",
                        "org.eclipse.jetty.http.HttpFieldPreEncoder");
        assertThat(providers(ClassPath.WHOLE)).containsExactlyInAnyOrderEntriesOf(without);
    }

    /** By service: what is provided, and what cannot be. */
    private static Map<String, List<String>> providers(ClassPath classPath) throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (URLClassLoader loader = classPath.load()) {
            for (String service : services()) {
                found.put(service, providers(service, loader));
            }
        }
        return found;
    }

    private static List<String> providers(String service, ClassLoader loader) {
        List<String> names = new ArrayList<>();
        try {
            var providers = ServiceLoader.load(loader.loadClass(service), loader).stream()
                    .iterator();
            while (providers.hasNext()) {
                names.add(providers.next().type().getName());
            }
        } catch (ServiceConfigurationError | ReflectiveOperationException broken) {
            names.add(broken.toString());
        }
        return names;
    }

    /** The names of all services that anything but Sandbank's own code asks for. */
    private static Set<String> services() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path entry : ClassPath.WHOLE.entries()) {
            if (Files.isRegularFile(entry)) {
                try (FileSystem jar = FileSystems.newFileSystem(entry)) {
                    names.addAll(names(jar.getPath(FOLDER)));
                }
            }
        }
        names.removeIf(name -> name.startsWith("dev.sandbank."));
        return names;
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
