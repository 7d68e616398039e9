package dev.sandbank.junit;

import static dev.sandbank.TokenFlaw.MISSING;
import static dev.sandbank.TokenFlaw.WRONG_SCHEME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.BadToken;
import dev.sandbank.Sandbank;
import org.junit.jupiter.params.ParameterizedTest;

/** The example of docs/reference/catalogues.md. */
@WithSandbank("apiture")
class BadTokensExampleTest {

    // tag::readme[]
    @ParameterizedTest
    @BadTokens(except = {MISSING, WRONG_SCHEME})
    void isToldToThePerson(BadToken bad, Sandbank bank) throws Exception {
        String told = new Statements(bank.baseUrl(), bad.token()).download();
        assertThat(told).contains(bad.code());
    }
    // end::readme[]
}
