package dev.sandbank.integration.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The runnable jar, behind something that terminates TLS for it. */
class ServeBehindAProxyTest {

    private static final Path JAR = Path.of(System.getProperty("sandbank.jar"));
    private static final String READY = "sandbank: apiture ready at ";
    private static final String PUBLIC = "https://localhost:9443";

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void namesItsEndpointsByThePublicUrlAndEndsWhenTold() throws IOException, InterruptedException {
        try (ServeCommand serve = ServeCommand.run(JAR, "--bank", "apiture", "--port", "0", "--public-url", PUBLIC)) {

            String ready = serve.line();
            assertThat(ready).matches(READY + "http://127\\.0\\.0\\.1:\\d+");

            Map<String, String> addresses = addresses(discovery(ready.substring(READY.length())));
            assertThat(addresses)
                    .containsEntry("issuer", PUBLIC + "/oidc/")
                    .containsKeys("authorization_endpoint", "token_endpoint", "end_session_endpoint", "jwks_uri")
                    .allSatisfy((name, address) -> assertThat(address).startsWith(PUBLIC + "/oidc/"));

            assertThat(serve.stop()).isEmpty();
            assertThat(serve.exitCode()).isZero();
        }
    }

    private static JsonNode discovery(String baseUrl) throws IOException, InterruptedException {
        URI address = URI.create(baseUrl + "/oidc/.well-known/openid-configuration");
        String body = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
        return new ObjectMapper().readTree(body);
    }

    /** The members of discovery that are addresses, whatever they are called. */
    private static Map<String, String> addresses(JsonNode discovery) {
        return discovery.properties().stream()
                .filter(member -> member.getValue().asText().contains("://"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, member -> member.getValue().asText()));
    }
}
