package dev.sandbank.junit.readme;

import static dev.sandbank.DenialReason.SUBJECT_BLOCKED;
import static dev.sandbank.junit.SandbankAssertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@WithSandbank("apiture")
class ReadmeExampleTest {
    @Test
    void aBlockedCustomerIsTurnedAway(Sandbank bank) throws Exception {
        bank.user("ada").block();
        new Statements(bank.baseUrl(), bank.tokens().forClient("ada-batch")).download();
        assertThat(bank).lastCall().wasRefused(SUBJECT_BLOCKED).withStatus(403);
    }

    /** Stands for your own code. */
    record Statements(URI bank, String token) {
        String download() throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create(bank + "/banking/accounts"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        }
    }
}
