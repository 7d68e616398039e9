package dev.sandbank.integration.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankTokens;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.SandbankProperties;
import dev.sandbank.junit.WithSandbank;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A fixture of thirty lines says the roles, tenants and audiences that a resource server of Spring goes by. */
@SpringBootTest(
        classes = PayrollApi.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=none",
            "spring.main.banner-mode=off",
            "logging.level.root=warn",
            "spring.security.oauth2.resourceserver.jwt.issuer-uri=${bank.issuer}",
            "spring.security.oauth2.resourceserver.jwt.audiences=payroll",
            "spring.security.oauth2.resourceserver.jwt.authorities-claim-name=roles",
            "spring.security.oauth2.resourceserver.jwt.authority-prefix=ROLE_"
        })
@WithSandbank(value = "tenants.yaml", lifetime = Lifetime.JVM)
@SandbankProperties
class RolesTenantsAndAudiencesTest {

    private final SandbankTokens tokens;
    private final Sandbank bank;
    private final int port;

    RolesTenantsAndAudiencesTest(Sandbank bank, @LocalServerPort int port) {
        this.bank = bank;
        this.tokens = bank.tokens();
        this.port = port;
    }

    @Test
    void servesAClerkOfTheTenantAndNoOther() throws Exception {
        String gus = tokens.forUser("payroll-app", "gus");

        assertThat(status("/acme/payslips", gus)).isEqualTo(200);
        assertThat(status("/globex/payslips", gus)).isEqualTo(403);
        assertThat(status("/globex/payslips", tokens.forUser("payroll-app", "mia")))
                .isEqualTo(200);
    }

    @Test
    void servesAProgramByTheClaimsOfItsClient() throws Exception {
        assertThat(status("/acme/payslips", tokens.forClient("nightly-job"))).isEqualTo(200);
        assertThat(status("/acme/payments", tokens.forClient("nightly-job"))).isEqualTo(403);
    }

    @Test
    void goesByTheRolesThatTheUserHasNow() throws Exception {
        String clerk = tokens.forUser("payroll-app", "gus");
        bank.user("gus").claims(Map.of("roles", List.of("clerk", "manager")));
        String manager = tokens.forUser("payroll-app", "gus");

        assertThat(status("/acme/payments", clerk)).isEqualTo(403);
        assertThat(status("/acme/payments", manager)).isEqualTo(200);
    }

    @Test
    void goesByTheClaimsOfOneToken() throws Exception {
        String token = tokens.claim("roles", List.of("manager"))
                .claim("tenant", "globex")
                .forUser("payroll-app", "gus");

        assertThat(status("/globex/payments", token)).isEqualTo(200);
    }

    @Test
    void refusesATokenForTheOtherAudience() throws Exception {
        SandbankTokens ofLedger = tokens.audience("https://ledger.acme.example");

        assertThat(status("/acme/payslips", ofLedger.forUser("payroll-app", "gus")))
                .isEqualTo(401);
    }

    private int status(String path, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
