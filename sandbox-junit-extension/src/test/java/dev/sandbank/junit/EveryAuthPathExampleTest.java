package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import org.junit.jupiter.params.ParameterizedTest;

/** The example of docs/reference/catalogues.md. */
@WithSandbank("apiture")
class EveryAuthPathExampleTest {

    // tag::readme[]
    @ParameterizedTest
    @EveryAuthPath(user = "ada", operations = "listAccounts", stop = "call")
    void tellsABlockedUserSo(ArrangedAuthPath path, Sandbank bank) throws Exception {
        String told = new Statements(bank.baseUrl(), path.token()).download();
        assertThat(told).contains(path.code());
    }
    // end::readme[]
}
