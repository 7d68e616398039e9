package dev.sandbank.junit.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/guides/frameworks.md} shows what users' builds compile and run. */
class FrameworksDocumentTest {

    private static final Guide GUIDE = Guide.named("frameworks.md");
    private static final String USERS = "integration-tests/src/it/users/";
    private static final Pattern COORDINATES = Pattern.compile("\"(dev\\.sandbank):(.+?):(.+?)\"");

    static Stream<String> files() {
        return GUIDE.quoted().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void showsTheFileWithoutImports(String file) {
        String withoutImports = Guide.source(USERS + file).replaceAll("(?m)^(import|package) .*$", "");

        assertThat(GUIDE.quoted(file)).isEqualToIgnoringWhitespace(withoutImports);
    }

    @Test
    void showsTheTestsOfBoth() {
        assertThat(files())
                .contains(
                        "quarkus/src/test/java/user/quarkus/AccountsTest.java",
                        "micronaut/src/test/java/user/micronaut/AccountsTest.java");
    }

    @Test
    void namesTheVersionsThatAreBuilt() {
        assertThat(Guide.source(USERS + "quarkus/pom.xml")).contains("<quarkus.version>3.33.");
        assertThat(Guide.source(USERS + "micronaut/pom.xml")).contains("<micronaut.version>4.10.");
        assertThat(GUIDE.text()).contains("Quarkus 3.33 and Micronaut 4.10");
    }

    @Test
    void namesTheCoordinatesOfTheExtensionForGradle() {
        String pom = Guide.source("sandbox-junit-extension/pom.xml");

        assertThat(COORDINATES
                        .matcher(Guide.source(USERS + "gradle/build.gradle.kts"))
                        .results())
                .singleElement()
                .satisfies(found -> {
                    assertThat(pom).contains("<artifactId>" + found.group(2) + "</artifactId>");
                    assertThat(found.group(3)).isEqualTo(Guide.version());
                });
    }
}
