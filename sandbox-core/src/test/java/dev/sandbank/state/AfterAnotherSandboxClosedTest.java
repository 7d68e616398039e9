package dev.sandbank.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Databases are handed on from sandbox to sandbox; nothing that was in them is. */
class AfterAnotherSandboxClosedTest {

    private static final String ADA = "0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10";
    private static final String CREATE = "{\"label\":\"Left behind\",\"asset\":\"EUR\"}";

    private static final Pattern ACCOUNT_ID = Pattern.compile("\\{\"id\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    @RepeatedTest(3)
    void itsTokensAreUnknown() throws Exception {
        String token;
        try (Sandbank closed = Sandbank.start("uphold")) {
            token = closed.tokens().forClient("ada-only");
        }

        try (Sandbank bank = Sandbank.start("uphold")) {
            assertThat(get(bank.url("core.list-accounts"), token).statusCode()).isEqualTo(401);
            assertThat(bank.journal().lastCall().decision().refusal()).isEqualTo("token-unknown");
        }
    }

    @RepeatedTest(3)
    void itsDataIsGone() throws Exception {
        List<String> untouched;
        try (Sandbank closed = Sandbank.start("uphold")) {
            untouched = accounts(closed);
            post(closed.url("core.create-account"), closed.tokens().forClient("ada-only"));
            assertThat(accounts(closed)).hasSize(untouched.size() + 1);
        }

        try (Sandbank bank = Sandbank.start("uphold")) {
            assertThat(accounts(bank)).isEqualTo(untouched);
        }
    }

    @RepeatedTest(3)
    void itsUsersAreAsTheFixtureSays() {
        try (Sandbank closed = Sandbank.start("uphold")) {
            closed.user(ADA).block();
            closed.client("desk").setScopes("core.users:read");
        }

        try (Sandbank bank = Sandbank.start("uphold")) {
            assertThat(bank.user(ADA).status()).isEqualTo("active");
            assertThat(bank.client("desk").scopes()).contains("core.users:act-on-behalf-of");
        }
    }

    @Test
    void theClosedOneReachesNoState() {
        Sandbank closed = Sandbank.start("uphold");
        closed.close();

        try (Sandbank bank = Sandbank.start("uphold")) {
            assertThatThrownBy(() -> closed.user(ADA)).hasMessageContaining("it was closed");
            assertThatThrownBy(() -> closed.tokens().forClient("desk")).hasMessageContaining("it was closed");
            assertThatThrownBy(closed::reset).hasMessageContaining("it was closed");
            assertThat(bank.user(ADA).status()).isEqualTo("active");
        }
    }

    /** The ids of Ada's accounts, in the order of the list. */
    private List<String> accounts(Sandbank bank) throws IOException, InterruptedException {
        URI all = URI.create(bank.url("core.list-accounts") + "?perPage=100");
        String body = get(all, bank.tokens().forClient("ada-only")).body();
        return ACCOUNT_ID.matcher(body).results().map(id -> id.group(1)).toList();
    }

    private HttpResponse<String> get(URI url, String token) throws IOException, InterruptedException {
        return http.send(request(url, token).build(), BodyHandlers.ofString());
    }

    private void post(URI url, String token) throws IOException, InterruptedException {
        HttpRequest request = request(url, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(CREATE))
                .build();
        http.send(request, BodyHandlers.discarding());
    }

    private static HttpRequest.Builder request(URI url, String token) {
        return HttpRequest.newBuilder(url).header("Authorization", "Bearer " + token);
    }
}
