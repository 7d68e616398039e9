package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.internal.init.BankInitializer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bank that {@code init} made is open to everybody only where its description says so of one operation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InitializedAccessTest {

    private Sandbank bank;
    private List<String> told;

    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        told = new BankInitializer("src/test/resources/init/guards.yaml", "gatehouse").write(folder);
        bank = Sandbank.start(folder.resolve("fixture.yaml").toString());
    }

    @AfterAll
    void close() {
        bank.close();
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/visits", "POST, /v1/visits", "GET, /v1/keys", "POST, /v1/keys"})
    void needsATokenWhereTheDescriptionLetsCallersDoWithout(String method, String path) {
        assertThat(call(bank, method, path)).hasStatus(401);
        assertThat(call(bank, method, path)
                        .bearer(bank.tokens().forClient("app"))
                        .send()
                        .status())
                .isBetween(200, 204);
    }

    @Test
    void isOpenWhereAnOperationSaysSo() {
        assertThat(get(bank, "/v1/branches")).hasStatus(200);
    }

    @Test
    void needsTheScopesOfAnExtension() {
        assertThat(get(bank, "/v1/keys").bearer(bank.tokens().forClient("limited")))
                .hasStatus(403);
        assertThat(bank.tokens().forClient("app")).isNotEmpty();
    }

    @Test
    void asksAboutEachWithItsPlace() {
        assertThat(told)
                .anyMatch(line -> line.matches("1\\. Everybody may call these operations, .*"))
                .contains(
                        "   - listBranches (openapi.yaml:10: paths[\"/branches\"].get.security)",
                        "   - openapi.yaml:5: security",
                        "   - openapi.yaml:15: paths[\"/visits\"].get.security[0]",
                        "   - openapi.yaml:15: paths[\"/visits\"].get.security[1]: mutual",
                        "   - openapi.yaml:19: paths[\"/visits\"].post.security: mutual",
                        "   - listKeys: keys:read, keys (openapi.yaml:24: paths[\"/keys\"].get.x-scopes)");
    }
}
