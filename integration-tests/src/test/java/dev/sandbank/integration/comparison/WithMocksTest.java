package dev.sandbank.integration.comparison;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.sandbank.integration.comparison.AccountsClient.Registration;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(ClientKind.UnderTest.class)
class WithMocksTest {

    private static final String ACCOUNTS = """
            {"items": [{"id": "acct-4f81c0", "label": "Saver *4410", "location": "internal"}], "count": 1}""";

    @RegisterExtension
    final WireMockExtension bank = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final MockOAuth2Server issuer = new MockOAuth2Server();
    private final ClientKind kind;
    private Instant now = Instant.now();

    WithMocksTest(ClientKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.shutdown();
    }

    private AccountsClient client(String scope) {
        URI tokenUrl = issuer.tokenEndpointUrl("default").uri();
        URI accounts = URI.create(bank.baseUrl() + "/banking/accounts");
        return kind.make(new Registration(tokenUrl, accounts, "ada-batch", "ada-batch-9vN4gC", scope), () -> now);
    }

    private static ResponseDefinitionBuilder forbidden(String code) {
        String type = "https://production.api.apiture.com/errors/" + code + "/v1.0.0";
        return jsonResponse("{\"type\": \"" + type + "\", \"status\": 403}", 403);
    }

    @Test
    void fetchesATokenAndUsesIt() {
        bank.stubFor(get("/banking/accounts").willReturn(okJson(ACCOUNTS)));
        AccountsClient client = client("banking/read");
        assertThat(client.accounts()).contains("acct-4f81c0");
        assertThat(client.accounts()).contains("acct-4f81c0");
        bank.verify(
                2, getRequestedFor(urlEqualTo("/banking/accounts")).withHeader("Authorization", matching("Bearer .+")));
        assertThat(bank.findAll(getRequestedFor(urlEqualTo("/banking/accounts"))).stream()
                        .map(request -> request.getHeader("Authorization"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void tellsThatACustomerIsBlocked() {
        bank.stubFor(get("/banking/accounts").willReturn(forbidden("customerDisabled")));
        assertThatThrownBy(client("banking/read")::accounts).hasMessage("customerDisabled");
    }

    @Test
    void fetchesANewTokenWhenTheOldOneHasExpired() {
        bank.stubFor(get("/banking/accounts").willReturn(okJson(ACCOUNTS)));
        AccountsClient client = client("banking/read");
        client.accounts();
        now = now.plus(Duration.ofDays(1));
        assertThat(client.accounts()).contains("acct-4f81c0");
        assertThat(bank.findAll(getRequestedFor(urlEqualTo("/banking/accounts"))).stream()
                        .map(request -> request.getHeader("Authorization"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void asksOnceMoreIfTheBankIsBusy() {
        bank.stubFor(get("/banking/accounts")
                .inScenario("busy")
                .whenScenarioStateIs(STARTED)
                .willReturn(jsonResponse("{\"title\": \"Too many requests\", \"status\": 429}", 429))
                .willSetStateTo("free"));
        bank.stubFor(get("/banking/accounts")
                .inScenario("busy")
                .whenScenarioStateIs("free")
                .willReturn(okJson(ACCOUNTS)));
        assertThat(client("banking/read").accounts()).contains("acct-4f81c0");
    }

    @Test
    void tellsThatAScopeIsMissing() {
        bank.stubFor(get("/banking/accounts").willReturn(forbidden("forbidden")));
        assertThatThrownBy(client("moneyMovement/write")::accounts).hasMessage("forbidden");
    }
}
