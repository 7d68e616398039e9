package dev.sandbank.integration.moving;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.TokenFor;
import dev.sandbank.junit.WithSandbank;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a bank sends elsewhere, or another server says, stays with WireMock: both serve one test. */
@WireMockTest
@WithSandbank("apiture")
class BesideWireMockTest {

    @Test
    void theBankAndTheStubsBothAnswer(
            Sandbank bank, @TokenFor("ada-batch") String token, WireMockRuntimeInfo fraudCheck) {
        stubFor(post("/score").willReturn(okJson("{\"score\": 7}")));
        URI score = URI.create(fraudCheck.getHttpBaseUrl() + "/score");

        assertThat(Http.get(bank.url("listAccounts"), token).path("items")).isNotEmpty();
        assertThat(Http.post(score, "app", "app-secret", Map.of()).path("score").asInt())
                .isEqualTo(7);
    }
}
