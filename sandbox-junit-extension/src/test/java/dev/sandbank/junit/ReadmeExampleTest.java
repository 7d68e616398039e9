package dev.sandbank.junit;

import static dev.sandbank.Refusals.SUBJECT_BLOCKED;
import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static java.net.http.HttpResponse.BodyHandlers.ofString;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

// tag::readme[]
@WithSandbank("apiture")
class ReadmeExampleTest {
    @Test
    void aBlockedCustomerIsTurnedAway(Sandbank bank) throws Exception {
        bank.user("ada").block();
        new Statements(bank.baseUrl(), bank.tokens().forClient("ada-batch")).download();
        assertThat(bank).lastCall().wasRefused(SUBJECT_BLOCKED).withStatus(403);
    }
}
// end::readme[]

/** Stands for the reader's own code, which the example tests. */
record Statements(URI bank, String token) {

    String download() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(bank + "/banking/accounts"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, ofString()).body();
    }
}
