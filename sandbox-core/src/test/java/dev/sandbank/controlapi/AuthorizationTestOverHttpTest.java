package dev.sandbank.controlapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** A whole authorization test as another language would write it: it knows nothing but a URL. */
class AuthorizationTestOverHttpTest {

    private static final String ADA = "0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void needsNothingButHttp() throws Exception {
        try (Sandbank bank = Sandbank.start("uphold")) {
            String url = bank.baseUrl().toString();
            String token = json(control(url, "POST", "/tokens", "{\"client\": \"payouts\"}"))
                    .path("token")
                    .asText();
            assertThat(createAccount(url, token).statusCode()).isEqualTo(201);

            assertThat(control(url, "POST", "/users/" + ADA + "/block", null).statusCode())
                    .isEqualTo(200);
            assertThat(createAccount(url, token).statusCode()).isEqualTo(409);

            JsonNode calls = json(control(url, "GET", "/calls?refusal=subject-blocked&wait=PT2S", null));
            assertThat(calls.path("calls")).hasSize(1);
            JsonNode decision = calls.at("/calls/0/decision");
            assertThat(decision.path("operation").asText()).isEqualTo("core.create-account");
            assertThat(decision.path("subject").asText()).isEqualTo("user:individual " + ADA);
            assertThat(decision.path("gates").findValuesAsText("name"))
                    .containsExactly("token", "route", "scope", "on-behalf-of", "subject", "blocked");
            assertThat(decision.path("gates").findValuesAsText("verdict")).endsWith("passed", "refused");
            assertThat(calls.toString()).doesNotContain(token);

            assertThat(control(url, "POST", "/reset", null).statusCode()).isEqualTo(204);
            assertThat(json(control(url, "GET", "/calls", null)).path("calls")).isEmpty();
            assertThat(createAccount(url, token).statusCode()).isEqualTo(401);
        }
    }

    private HttpResponse<String> createAccount(String url, String token) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url + "/core/accounts"))
                .header("Authorization", "Bearer " + token)
                .header("X-On-Behalf-Of", "user " + ADA)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"label\": \"Rent\", \"asset\": \"EUR\"}")));
    }

    private HttpResponse<String> control(String url, String method, String path, String content) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/_sandbank/api" + path))
                .method(method, content == null ? BodyPublishers.noBody() : BodyPublishers.ofString(content));
        return send(content == null ? request : request.header("Content-Type", "application/json"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Answer.parse(response.body());
    }
}
