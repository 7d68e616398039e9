package user.old;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the installed jars. */
class JarsTest {

    private static final String SHADED = "dev/sandbank/internal/shaded/";

    /** Spring reads the {@code spring.factories} of all jars. */
    private static final Pattern OURS = Pattern.compile(
            "module-info\\.class|dev/sandbank/.*|META-INF/(MANIFEST\\.MF|LICENSE|NOTICE|spring\\.factories"
                    + "|(services|sbom)/dev\\.sandbank\\..*|maven/dev\\.sandbank/sandbox-(core|junit-extension)/pom\\.(xml|properties))");

    @ParameterizedTest
    @ValueSource(classes = {Sandbank.class, WithSandbank.class})
    void haveNothingThatCouldMeetSomethingOfTheUsers(Class<?> type) throws IOException {
        assertThat(entries(type)).allMatch(name -> OURS.matcher(name).matches());
    }

    @Test
    void nameEveryLibraryThatIsInThem() throws IOException {
        String told = text(Sandbank.class, SHADED + "LIBRARIES.txt");

        Set<String> listed = Pattern.compile("(?m)^ +packages +(.+)$")
                .matcher(told)
                .results()
                .flatMap(line -> Stream.of(line.group(1).split(", ")))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> packages = packages();

        assertThat(packages).isNotEmpty().allMatch(name -> listed.stream().anyMatch(name::startsWith));
        assertThat(listed).allMatch(library -> packages.stream().anyMatch(name -> name.startsWith(library)));
    }

    @ParameterizedTest
    @ValueSource(classes = {Sandbank.class, WithSandbank.class})
    void haveTheirLicence(Class<?> type) throws IOException {
        assertThat(text(type, "META-INF/LICENSE")).contains("Apache License");
    }

    /** The licences of the libraries are held by {@code LibrariesInsideTest} of the outer build. */
    @ParameterizedTest
    @ValueSource(strings = {"META-INF/NOTICE", SHADED + "licenses/FastDoubleParser-ThirdParty-LICENSE"})
    void haveTheNoticesOfWhatIsInThem(String name) throws IOException {
        assertThat(text(Sandbank.class, name)).containsIgnoringCase("license");
    }

    @Test
    void areModules() {
        Set<String> names =
                ModuleFinder.of(ClassPath.jarOf(Sandbank.class), ClassPath.jarOf(WithSandbank.class)).findAll().stream()
                        .map(ModuleReference::descriptor)
                        .map(descriptor -> descriptor.name())
                        .collect(Collectors.toSet());

        assertThat(names).containsExactlyInAnyOrder("dev.sandbank", "dev.sandbank.junit");
    }

    @Test
    void needNothing() throws IOException {
        assertThat(dependencies(Sandbank.class, "sandbox-core")).isEmpty();
    }

    /** But for what the user has anyway (JUnit), or may have. */
    @Test
    void needTheCoreForTheExtension() throws IOException {
        assertThat(dependencies(WithSandbank.class, "sandbox-junit-extension"))
                .filteredOn(text -> !text.contains("<scope>provided</scope>"))
                .filteredOn(text -> !text.contains("<optional>true</optional>"))
                .singleElement()
                .asString()
                .contains("<artifactId>sandbox-core</artifactId>");
    }

    private static List<String> dependencies(Class<?> type, String artifact) throws IOException {
        String pom = text(type, "META-INF/maven/dev.sandbank/" + artifact + "/pom.xml");
        assertThat(pom).contains("<artifactId>" + artifact + "</artifactId>").doesNotContain("<parent>");
        return Pattern.compile("(?s)<dependency>.*?</dependency>")
                .matcher(pom)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** The packages of relocated classes, by the names that they had. */
    private static Set<String> packages() throws IOException {
        return entries(Sandbank.class).stream()
                .filter(name -> name.startsWith(SHADED) && name.endsWith(".class"))
                .map(name ->
                        name.substring(SHADED.length(), name.lastIndexOf('/')).replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> entries(Class<?> type) throws IOException {
        try (JarFile jar = new JarFile(ClassPath.jarOf(type).toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    private static String text(Class<?> type, String name) throws IOException {
        try (JarFile jar = new JarFile(ClassPath.jarOf(type).toFile())) {
            ZipEntry entry = jar.getEntry(name);
            assertThat(entry).as(name).isNotNull();
            try (InputStream in = jar.getInputStream(entry)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
