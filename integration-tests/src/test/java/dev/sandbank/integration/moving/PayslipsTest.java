package dev.sandbank.integration.moving;

import static dev.sandbank.TokenFlaw.MISSING;
import static dev.sandbank.TokenFlaw.REVOKED;
import static dev.sandbank.TokenFlaw.WRONG_SCHEME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.BadToken;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.BadTokens;
import dev.sandbank.junit.TokenFor;
import dev.sandbank.junit.WithSandbank;
import java.net.MalformedURLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

// tag::guide[]
@WithSandbank("tenants.yaml")
class PayslipsTest {

    private Payslips payslips;

    @BeforeEach
    void connect(Sandbank bank) throws MalformedURLException {
        payslips = new Payslips(bank.issuer(), bank.issuer().resolve("jwks"));
    }

    @Test
    void areShownToClerks(@TokenFor(client = "payroll-app", user = "gus") String token) {
        assertThat(payslips.read(token)).isEqualTo(200);
    }

    @Test
    void areNotShownToDrivers(Sandbank bank) {
        String token = bank.tokens().claim("roles", List.of("driver")).forUser("payroll-app", "gus");
        assertThat(payslips.read(token)).isEqualTo(403);
    }

    @ParameterizedTest
    @BadTokens(
            client = "nightly-job",
            except = {MISSING, WRONG_SCHEME, REVOKED},
            elsewhere = true)
    void areNotShownForABadToken(BadToken bad) {
        assertThat(payslips.read(bad.token())).isEqualTo(401);
    }
}
// end::guide[]
