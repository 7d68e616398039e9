package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Payments.Outcome;
import org.junit.jupiter.params.ParameterizedTest;

/** The example of docs/reference/catalogues.md. */
@WithSandbank("apiture")
class DenialsExampleTest {

    // tag::readme[]
    @ParameterizedTest
    @Denials(value = "createTransfer", byState = true)
    void tellsThePayerWhy(ArrangedDenial denial, Sandbank bank) throws Exception {
        var payments = new Payments(bank.baseUrl(), denial.token());
        Outcome outcome = payments.pay(
                denial.parameter("/sourceAccount/id").orElseThrow(),
                denial.parameter("/targetAccount/id").orElseThrow(),
                denial.parameter("/amount").orElseThrow());
        assertThat(outcome.status()).isEqualTo(denial.status());
        assertThat(outcome.code()).isEqualTo(denial.code());
    }
    // end::readme[]
}
