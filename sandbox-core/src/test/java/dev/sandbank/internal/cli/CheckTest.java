package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiture",
                "uphold",
                "demo-apiture",
                "demo-uphold",
                "dev/sandbank/fixtures/dialects/apiture/dialect.yaml",
                "dev/sandbank/fixtures/dialects/uphold/dialect.yaml"
            })
    void isSilentIfAllIsWell(String file) {
        Ran ran = Ran.command("check", file);

        assertThat(ran).isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void tellsEveryProblemAndNothingElse() throws Exception {
        Ran ran = Ran.command("check", "cli/bad.yaml");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.outLines()).isEqualTo(golden("cli/bad.txt").lines().toList());
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void goesThroughAllFilesEvenAfterABadOne() throws Exception {
        Ran ran = Ran.command("check", "cli/bad.yaml", "uphold", "cli/missing.yaml");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).startsWith(golden("cli/bad.txt"));
        assertThat(ran.outLines().get(ran.outLines().size() - 1)).startsWith("cli/missing.yaml:1: (file): ");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void notesPathsWhoseResourcesHaveNothingToDoWithEachOther(@TempDir Path folder) throws IOException {
        String good = golden("dev/sandbank/anybank/good.yaml");
        Path dialect = Files.writeString(
                folder.resolve("dialect.yaml"),
                good.replace("path: /consents/{consentId}", "path: /accounts/{id}/consents/{consentId}")
                        .replace(
                                "[{name: consentId,",
                                "[{name: id, in: path, schema: {type: string}}, {name: consentId,")
                        .replace(
                                "[{in: path, name: consentId",
                                "[{in: path, name: id, collection: accounts}, {in: path, name: consentId"));

        Ran ran = Ran.command("check", dialect.toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.outLines())
                .containsExactly(
                        "note: " + dialect
                                + ":62: operations[3].resources[1]: the path leads to it through accounts, but"
                                + " nothing says that it belongs to that one; say so with \"where\", as in where: {accountsId: \"${accounts.id}\"}");
    }

    @Test
    void takesAFileNameForWhatItIs() {
        Ran ran = Ran.command("check", "@cli/bad.yaml", "no\nsuch.yaml");

        assertThat(ran.outLines()).hasSize(2).first().asString().startsWith("@cli/bad.yaml:1: (file): ");
    }

    private static String golden(String resource) throws IOException {
        ClassLoader loader = CheckTest.class.getClassLoader();
        try (var in = Objects.requireNonNull(loader.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
