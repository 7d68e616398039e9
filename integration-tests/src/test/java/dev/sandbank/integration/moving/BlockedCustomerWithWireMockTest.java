package dev.sandbank.integration.moving;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.setScenarioState;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

// tag::guide[]
@WireMockTest
class BlockedCustomerWithWireMockTest {

    @Test
    void getsNoStatements(WireMockRuntimeInfo bank) {
        stubFor(post("/oidc/token").willReturn(okJson("""
                {"access_token": "t0k3n", "token_type": "Bearer", "expires_in": 900}""")));
        stubFor(get("/banking/accounts")
                .inScenario("customer")
                .whenScenarioStateIs(STARTED)
                .willReturn(okJson("""
                        {"items": [{"id": "acct-4f81c0"}]}""")));
        stubFor(get("/banking/accounts")
                .inScenario("customer")
                .whenScenarioStateIs("blocked")
                .willReturn(jsonResponse("""
                        {"type": "https://production.api.apiture.com/errors/customerDisabled/v1.0.0"}""", 403)));
        Statements statements = new Statements(
                URI.create(bank.getHttpBaseUrl() + "/oidc/token"),
                URI.create(bank.getHttpBaseUrl() + "/banking/accounts"),
                "ada-batch",
                "ada-batch-9vN4gC");
        assertThat(statements.download()).contains("acct-4f81c0");

        setScenarioState("customer", "blocked");

        assertThatThrownBy(statements::download).hasMessage("customerDisabled");
        verify(
                2,
                getRequestedFor(urlEqualTo("/banking/accounts")).withHeader("Authorization", equalTo("Bearer t0k3n")));
    }
}
// end::guide[]
