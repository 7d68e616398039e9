package dev.sandbank.integration.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import org.junit.jupiter.api.Test;

/** The rules of JSON Schema itself are found in the jar, where relocation has put them. */
class SchemaInAFixtureTest {

    private static final String FORM = """
            bank: uphold
            extends: uphold
            forms:
              - id: 0b6d4e8a-c271-4f93-a5e0-9d18c73f2b65
                process: tax-details
                schema: {type: %s}
                uiSchema: {}
            """;

    @Test
    void isTakenIfItIsOne() {
        try (Sandbank bank =
                Sandbank.builder().fixtureText(FORM.formatted("object")).start()) {
            assertThat(bank.export()).contains("tax-details");
        }
    }

    @Test
    void isRefusedIfItIsNone() {
        SandbankBuilder bank = Sandbank.builder().fixtureText(FORM.formatted("objekt"));

        assertThatThrownBy(bank::start)
                .hasMessageContaining("forms[0].schema.type: found \"objekt\"")
                .hasMessageContaining("did you mean \"object\"?");
    }
}
