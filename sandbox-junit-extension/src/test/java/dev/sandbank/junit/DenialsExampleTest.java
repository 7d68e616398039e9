package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.junit.Payments.Outcome;
import org.junit.jupiter.params.ParameterizedTest;

/** The example of docs/catalogues.md. */
@WithSandbank("apiture")
class DenialsExampleTest {

    // tag::readme[]
    @ParameterizedTest
    @Denials("createTransfer")
    void tellsThePayerWhy(ArrangedDenial denial) throws Exception {
        Outcome outcome = Payments.send(denial.request());
        assertThat(outcome.status()).isEqualTo(denial.status());
        assertThat(outcome.code()).isEqualTo(denial.code());
    }
    // end::readme[]
}
