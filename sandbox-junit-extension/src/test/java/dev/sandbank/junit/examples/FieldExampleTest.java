package dev.sandbank.junit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.junit.SandbankExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

// tag::example[]
class FieldExampleTest {

    @RegisterExtension
    static final SandbankExtension bank = SandbankExtension.of("apiture");

    @RegisterExtension
    final SandbankExtension other =
            SandbankExtension.builder().fixture("uphold").decisionHeader().build();

    @Test
    void talksToTwoBanks() {
        assertThat(bank.sandbank().bankName()).isEqualTo("apiture");
        assertThat(other.sandbank().bankName()).isEqualTo("uphold");
    }
}
// end::example[]
