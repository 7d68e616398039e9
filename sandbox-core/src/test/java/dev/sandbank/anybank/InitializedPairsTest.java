package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.internal.init.BankInitializer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A bank that {@code init} made speaks of no tokens where callers send ids and secrets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InitializedPairsTest {

    private Sandbank bank;

    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        new BankInitializer("src/test/resources/init/pairs.yaml", "paarbank").write(folder);
        bank = Sandbank.start(folder.resolve("fixture.yaml").toString());
    }

    @AfterAll
    void close() {
        bank.close();
    }

    @Test
    void lookAtIdAndSecret() {
        assertThat(get(bank, "/rates").basic("app:app-secret")).hasStatus(200);
    }

    @Test
    void refuseAWrongSecretInTheirOwnWords() {
        var refused = get(bank, "/rates").basic("app:wrong").send();

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).hasValue("Basic realm=\"paarbank\"");
        assertThat(refused)
                .hasBody("{\"code\": \"unauthorized\", \"title\": \"Unauthorized\","
                        + " \"message\": \"No client has this id and secret\"}");
    }

    @Test
    void refuseAnUnknownPathAsWell() {
        assertThat(get(bank, "/nowhere").send().header("WWW-Authenticate")).hasValue("Basic realm=\"paarbank\"");
    }
}
