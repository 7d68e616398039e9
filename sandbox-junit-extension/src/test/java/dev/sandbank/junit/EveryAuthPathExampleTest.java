package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.junit.Payments.Outcome;
import org.junit.jupiter.params.ParameterizedTest;

/** The example of docs/catalogues.md. */
@WithSandbank("apiture")
class EveryAuthPathExampleTest {

    // tag::readme[]
    @ParameterizedTest
    @EveryAuthPath("ada")
    void shutsOutABlockedUser(ArrangedAuthPath path) throws Exception {
        Outcome outcome = Payments.send(path.request());
        assertThat(outcome.status()).isEqualTo(path.status());
        assertThat(path.allowed()).isFalse();
    }
    // end::readme[]
}
