package dev.sandbank.integration.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// tag::guide[]
class PayslipsWithMockOAuth2ServerTest {

    private final MockOAuth2Server issuer = new MockOAuth2Server();

    @BeforeEach
    void start() {
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.shutdown();
    }

    @Test
    void areShownToClerks() throws MalformedURLException {
        assertThat(payslips().read(token("clerk", 900))).isEqualTo(200);
    }

    @Test
    void areNotShownToDrivers() throws MalformedURLException {
        assertThat(payslips().read(token("driver", 900))).isEqualTo(403);
    }

    @Test
    void areNotShownForAnExpiredToken() throws MalformedURLException {
        assertThat(payslips().read(token("clerk", -900))).isEqualTo(401);
    }

    private Payslips payslips() throws MalformedURLException {
        return new Payslips(
                issuer.issuerUrl("acme").uri(), issuer.jwksUrl("acme").uri());
    }

    private String token(String role, long seconds) {
        return issuer.issueToken("acme", "gus", "payroll", Map.of("roles", List.of(role)), seconds)
                .serialize();
    }
}
// end::guide[]
