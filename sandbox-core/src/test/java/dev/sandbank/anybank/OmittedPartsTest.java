package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a description that a dialect omits do not count. */
class OmittedPartsTest {

    private static final String LONG = "{\"text\": \"This is longer than twenty letters\"}";

    @TempDir
    private Path folder;

    private TinyBank omitting(String pointer) {
        return DescribedBank.start(
                folder,
                Map.of("openapi.yaml", DescribedBank.DESCRIPTION),
                "omit: [\"" + pointer + "\"]\n" + DescribedBank.DIALECT);
    }

    @Test
    void doNotRefuse() {
        try (TinyBank bank = omitting("/components/schemas/Note/properties/text/maxLength")) {
            assertThat(bank.asClient("PUT", "/notes/n-1", "write").json(LONG)).hasStatus(200);
        }
        try (TinyBank bank = omitting("/components/schemas/Note/properties/about")) {
            assertThat(bank.asClient("PUT", "/notes/n-1", "write").json(LONG)).hasStatus(400);
        }
    }

    @Test
    void mustBeThere() {
        assertThatThrownBy(() -> omitting("/components/schemas/Nobody"))
                .hasMessageContaining("found no part \"/components/schemas/Nobody\"");
    }
}
