package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A dialect with a mistake in it: each is told with its line, its path and what was expected.
 *
 * <p>{@code mistakes.txt} has them: what stands in {@code good.yaml}, what stands there instead, and the problems.
 */
class BrokenDialectTest {

    private static final String FIXTURE = "bank: .\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("mistakes")
    void isRefusedWithThePlaceAndTheRemedy(Mistake mistake) throws IOException {
        String good = resource("good.yaml");
        assertThat(good).containsOnlyOnce(mistake.good());

        assertThat(problems(good.replace(mistake.good(), mistake.bad()))).isEqualTo(mistake.problems());
    }

    @Test
    void isGoodOnceCorrected() throws IOException {
        String good = resource("good.yaml");
        Path fixture = written(good.replace("scopes: [read]\n", "scopes: [raed]\n"));
        assertThat(refusal(fixture).problems()).hasSize(1);

        written(good);

        try (Sandbank bank = Sandbank.start(fixture.toString())) {
            assertThat(bank.bankName()).isEqualTo("good");
        }
    }

    @Test
    void isToldAllOfItsMistakesAtOnceFromTopToBottom() throws IOException {
        String bad = resource("good.yaml");
        List<String> expected = new ArrayList<>();
        for (Mistake mistake :
                mistakes().filter(BrokenDialectTest::isOfReferences).toList()) {
            if (bad.contains(mistake.good())) {
                bad = bad.replace(mistake.good(), mistake.bad());
                expected.addAll(mistake.problems());
            }
        }

        assertThat(problems(bad)).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Mistakes on one line each, which neither move lines nor follow from the schema. */
    private static boolean isOfReferences(Mistake mistake) {
        return mistake.problems().stream().allMatch(problem -> problem.contains("did you mean"))
                && mistake.problems().stream()
                        .noneMatch(problem -> problem.matches(".*unknown member.*|.*methods: .*|.*endpoints.*"))
                && mistake.good().lines().count() == mistake.bad().lines().count();
    }

    /** One mistake: a piece of the good dialect, what stands in its place, and what is said about it. */
    record Mistake(String good, String bad, List<String> problems) {
        @Override
        public String toString() {
            return bad.strip();
        }
    }

    static Stream<Mistake> mistakes() throws IOException {
        return Arrays.stream(resource("mistakes.txt").split("\n\n", -1))
                .filter(text -> text.contains("\n"))
                .map(text -> text.lines().toList())
                .map(lines ->
                        new Mistake(unescaped(lines.get(0)), unescaped(lines.get(1)), lines.subList(2, lines.size())));
    }

    private static String unescaped(String line) {
        return line.substring(2).replace("\\n", "\n");
    }

    private List<String> problems(String dialect) throws IOException {
        return refusal(written(dialect)).problems().stream()
                .map(problem -> problem.substring(problem.lastIndexOf("dialect.yaml:") + "dialect.yaml:".length()))
                .toList();
    }

    private static SandbankException refusal(Path fixture) {
        return catchThrowableOfType(
                SandbankException.class,
                () -> Sandbank.start(fixture.toString()).close());
    }

    private Path written(String dialect) throws IOException {
        Files.writeString(folder.resolve("dialect.yaml"), dialect);
        return Files.writeString(folder.resolve("fixture.yaml"), FIXTURE);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = BrokenDialectTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
