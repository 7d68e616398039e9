package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.junit.Payments.Outcome;
import org.junit.jupiter.params.ParameterizedTest;

/** An example of docs/reference/catalogues.md. */
@WithSandbank("apiture")
class ProbingExampleTest {

    // tag::readme[]
    @ParameterizedTest
    @Denials(value = "createTransfer", gates = "input")
    void isWhatTheBankSays(ArrangedDenial denial) throws Exception {
        Outcome outcome = Payments.send(denial.request());
        assertThat(outcome.status()).isEqualTo(denial.status());
    }
    // end::readme[]
}
