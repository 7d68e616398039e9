package dev.sandbank.integration.comparison;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import dev.sandbank.integration.comparison.AccountsClient.Registration;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@WireMockTest
class WithWireMockTest extends ComparedSuite {

    private static final String ACCOUNTS = """
            {"items": [{"id": "acct-4f81c0", "label": "Saver *4410", "location": "internal"}], "count": 1}""";

    private Instant now = Instant.now();

    private AccountsClient client(WireMockRuntimeInfo bank, String scope) {
        stubFor(post("/oidc/token").willReturn(okJson("{\"access_token\": \"token-1\", \"expires_in\": 3600}")));
        URI tokenUrl = URI.create(bank.getHttpBaseUrl() + "/oidc/token");
        URI accounts = URI.create(bank.getHttpBaseUrl() + "/banking/accounts");
        return kind.make(new Registration(tokenUrl, accounts, "ada-batch", "ada-batch-9vN4gC", scope), () -> now);
    }

    private static MappingBuilder accounts() {
        return get("/banking/accounts")
                .withHeader("Authorization", equalTo("Bearer token-1"))
                .willReturn(okJson(ACCOUNTS));
    }

    private static MappingBuilder forbidden(String code) {
        String type = "https://production.api.apiture.com/errors/" + code + "/v1.0.0";
        return get("/banking/accounts").willReturn(jsonResponse("{\"type\": \"" + type + "\", \"status\": 403}", 403));
    }

    @Test
    void fetchesATokenAndUsesIt(WireMockRuntimeInfo bank) {
        stubFor(accounts());
        AccountsClient client = client(bank, "banking/read");
        assertThat(client.accounts()).contains("acct-4f81c0");
        assertThat(client.accounts()).contains("acct-4f81c0");
        verify(1, postRequestedFor(urlEqualTo("/oidc/token")));
    }

    @Test
    void tellsThatACustomerIsBlocked(WireMockRuntimeInfo bank) {
        stubFor(forbidden("customerDisabled"));
        assertThatThrownBy(client(bank, "banking/read")::accounts).hasMessage("customerDisabled");
    }

    @Test
    void fetchesANewTokenWhenTheOldOneHasExpired(WireMockRuntimeInfo bank) {
        stubFor(accounts());
        AccountsClient client = client(bank, "banking/read");
        client.accounts();
        now = now.plus(Duration.ofDays(1));
        assertThat(client.accounts()).contains("acct-4f81c0");
        verify(2, postRequestedFor(urlEqualTo("/oidc/token")));
    }

    @Test
    void asksOnceMoreIfTheBankIsBusy(WireMockRuntimeInfo bank) {
        stubFor(accounts().inScenario("busy").whenScenarioStateIs("free"));
        stubFor(get("/banking/accounts")
                .inScenario("busy")
                .whenScenarioStateIs(STARTED)
                .willReturn(jsonResponse("{\"title\": \"Too many requests\", \"status\": 429}", 429))
                .willSetStateTo("free"));
        assertThat(client(bank, "banking/read").accounts()).contains("acct-4f81c0");
    }

    @Test
    void tellsThatAScopeIsMissing(WireMockRuntimeInfo bank) {
        stubFor(forbidden("forbidden"));
        assertThatThrownBy(client(bank, "moneyMovement/write")::accounts).hasMessage("forbidden");
    }
}
