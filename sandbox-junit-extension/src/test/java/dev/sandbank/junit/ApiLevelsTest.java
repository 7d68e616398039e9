package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Experimental;
import dev.sandbank.Stable;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The extension's public types are stable or experimental, and say which; in the core {@code architecture.ApiLevelsTest} holds the same. */
class ApiLevelsTest {

    private static final List<String> PACKAGES = List.of("dev.sandbank.junit", "dev.sandbank.junit.assertions");

    static List<Class<?>> publicTypes() throws IOException, URISyntaxException {
        Path classes = Path.of(WithSandbank.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> types = new ArrayList<>();
        for (String name : PACKAGES) {
            try (Stream<Path> files = Files.list(classes.resolve(name.replace('.', '/')))) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.matches("[A-Z]\\w*\\.class"))
                        .map(file -> load(name + "." + file.replace(".class", "")))
                        .filter(type -> Modifier.isPublic(type.getModifiers()))
                        .forEach(types::add);
            }
        }
        return types;
    }

    @Test
    void areFound() throws IOException, URISyntaxException {
        assertThat(publicTypes()).contains(WithSandbank.class, Denials.class).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("publicTypes")
    void haveOneLevel(Class<?> type) {
        assertThat(type.isAnnotationPresent(Stable.class)).isNotEqualTo(type.isAnnotationPresent(Experimental.class));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
