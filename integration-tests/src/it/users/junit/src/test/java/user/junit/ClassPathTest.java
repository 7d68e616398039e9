package user.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comes with the dependency on the extension. */
class ClassPathTest {

    private static final Predicate<Path> IS_A_JAR = entry -> entry.toString().endsWith(".jar");
    private static final Set<String> OF_JUNIT =
            Set.of("org.junit.jupiter", "org.junit.platform", "org.opentest4j", "org.apiguardian", "org.jspecify");

    @Test
    void isTheJUnitThatThisProjectAsksFor() {
        String version = System.getProperty("junit.version");

        assertTrue(
                entries().anyMatch(jar -> jar.endsWith("junit-jupiter-api-" + version + ".jar")),
                () -> "no JUnit " + version + " in " + entries().toList());
    }

    @Test
    void isTwoJarsAndNothingElse() {
        List<String> others = entries()
                .filter(jar -> OF_JUNIT.stream().noneMatch(group -> isOf(group, jar)))
                .map(jar -> jar.getFileName().toString().replaceFirst("-\\d.*", ""))
                .sorted()
                .toList();

        assertEquals(List.of("sandbox-core", "sandbox-junit-extension"), others);
    }

    /** Whether a jar in a repository belongs to a group. */
    private static boolean isOf(String group, Path jar) {
        return jar.toString().contains(group.replace('.', File.separatorChar) + File.separatorChar);
    }

    /** The jars on the class path, without those of the tool that runs the tests. */
    private static Stream<Path> entries() {
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .map(Path::of)
                .filter(IS_A_JAR);
    }
}
