package dev.sandbank.integration.comparison;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import dev.sandbank.integration.comparison.AccountsClient.Registration;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WireMockTest
class WithMocksTest extends ComparedSuite {

    private static final String ACCOUNTS = """
            {"items": [{"id": "acct-4f81c0", "label": "Saver *4410", "location": "internal"}], "count": 1}""";

    private final MockOAuth2Server issuer = new MockOAuth2Server();
    private Instant now = Instant.now();

    @BeforeEach
    void start() {
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.shutdown();
    }

    private AccountsClient client(WireMockRuntimeInfo bank, String scope) {
        URI tokenUrl = issuer.tokenEndpointUrl("default").uri();
        URI accounts = URI.create(bank.getHttpBaseUrl() + "/banking/accounts");
        return kind.make(new Registration(tokenUrl, accounts, "ada-batch", "ada-batch-9vN4gC", scope), () -> now);
    }

    private static MappingBuilder accounts() {
        return get("/banking/accounts")
                .withHeader("Authorization", matching("Bearer .+"))
                .willReturn(okJson(ACCOUNTS));
    }

    private static MappingBuilder forbidden(String code) {
        String type = "https://production.api.apiture.com/errors/" + code + "/v1.0.0";
        return get("/banking/accounts").willReturn(jsonResponse("{\"type\": \"" + type + "\", \"status\": 403}", 403));
    }

    private static Stream<String> tokensUsed() {
        return WireMock.findAll(getRequestedFor(urlEqualTo("/banking/accounts"))).stream()
                .map(request -> request.getHeader("Authorization"))
                .distinct();
    }

    @Test
    void fetchesATokenAndUsesIt(WireMockRuntimeInfo bank) {
        stubFor(accounts());
        AccountsClient client = client(bank, "banking/read");
        assertThat(client.accounts()).contains("acct-4f81c0");
        assertThat(client.accounts()).contains("acct-4f81c0");
        assertThat(tokensUsed()).hasSize(1);
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
        assertThat(tokensUsed()).hasSize(2);
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
