package dev.sandbank.junit.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/guides/recipes.md} shows tests that run, all in one form. */
class RecipesDocumentTest {

    private static final Guide GUIDE = Guide.named("recipes.md");
    private static final String RECIPES =
            "sandbox-junit-extension/src/test/java/dev/sandbank/junit/guides/RecipesTest.java";
    private static final String TENANTS =
            "integration-tests/src/test/java/dev/sandbank/integration/tenants/RolesTenantsAndAudiencesTest.java";

    static Stream<String> tests() {
        return Stream.of(RecipesTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName());
    }

    static Stream<String> recipes() {
        return GUIDE.sections().skip(1);
    }

    @ParameterizedTest
    @MethodSource("tests")
    void showsEveryTest(String test) {
        assertThat(GUIDE.quoted("RecipesTest." + test)).isEqualTo(Guide.method(Guide.source(RECIPES), test));
    }

    @Test
    void showsATestOfTheResourceServer() {
        String test = "servesAClerkOfTheTenantAndNoOther";

        assertThat(GUIDE.quoted("RolesTenantsAndAudiencesTest." + test))
                .isEqualTo(Guide.method(Guide.source(TENANTS), test));
    }

    @Test
    void showsWhatAllOfThemBeginWith() {
        String source = Guide.source(RECIPES);
        String begin = source.substring(source.indexOf("import "), source.indexOf("    @Test\n"));

        assertThat(GUIDE.quoted("RecipesTest")).isEqualTo(begin.stripTrailing() + "\n");
    }

    @Test
    void hasShortTests() {
        assertThat(GUIDE.quoted()).hasSizeGreaterThan(12).allSatisfy((name, code) -> {
            if (name.contains(".")) {
                assertThat(code.lines().filter(line -> !line.isBlank())).hasSizeBetween(5, 20);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void tellsProblemProofAndReference(String recipe) {
        List<String> paragraphs = List.of(GUIDE.section(recipe).strip().split("\n\n", -1));

        assertThat(paragraphs.get(1)).startsWith("**Problem.** ");
        assertThat(paragraphs.get(2)).startsWith("<!-- snippet: ");
        assertThat(paragraphs.get(paragraphs.size() - 2)).startsWith("**Shows.** ");
        assertThat(paragraphs.get(paragraphs.size() - 1))
                .startsWith("**Reference.** ")
                .contains("](");
    }
}
