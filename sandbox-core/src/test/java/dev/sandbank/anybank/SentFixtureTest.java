package dev.sandbank.anybank;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.ControlAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fixture of a further sandbox, sent to a server that runs a bank of one's own: it names that bank, but no file. */
class SentFixtureTest {

    private static final String CLIENTS = "clients: [{id: sent, secret: sent-secret, scopes: [read]}]\n";

    @TempDir
    private Path folder;

    @AutoClose
    private TinyBank server;

    @BeforeEach
    void start() {
        server = TinyBank.start(folder, "", "");
    }

    @Test
    void isOfTheBankOfTheServerByItsName() {
        ControlAnswer made = send("bank: tiny\n" + CLIENTS).hasStatus(201);

        assertThat(made.text("/bank")).isEqualTo("tiny");
    }

    @Test
    void isAnExportOfTheServer() {
        assertThat(server.sandbank().export())
                .contains(folder.resolve("dialect.yaml").toString());

        send(server.sandbank().export()).hasStatus(201);
    }

    @Test
    void mayBeLeftOutForThatOfTheServer() {
        ControlAnswer made =
                control(server.sandbank(), "POST", "/sandboxes").send().hasStatus(201);

        assertThat(made.text("/bank")).isEqualTo("tiny");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bank: %s/dialect.yaml",
                "bank: %s",
                "extends: %s/fixture.yaml",
                "bank: tiny\nextends: %s/secret.yaml"
            })
    void namesNoFile(String text) throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.copy(folder.resolve("dialect.yaml"), other.resolve("dialect.yaml"));
        Files.copy(folder.resolve("fixture.yaml"), other.resolve("fixture.yaml"));
        Files.writeString(other.resolve("secret.yaml"), "users: [{id: top-secret}]\n");

        ControlAnswer refused = send(text.formatted(other) + "\n" + CLIENTS);

        refused.isProblem(400, "a fixture that is sent to a sandbox cannot name files there");
        assertThat(refused.body()).doesNotContain("top-secret");
    }

    @Test
    void namesNoResource() {
        send("extends: dev/sandbank/fixtures/seeds/apiture.yaml\n")
                .isProblem(400, "a fixture that is sent to a sandbox cannot name files there");
    }

    private ControlAnswer send(String text) {
        return control(server.sandbank(), "POST", "/sandboxes")
                .content("application/yaml", text.getBytes(StandardCharsets.UTF_8))
                .send();
    }
}
