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
class BlockedCustomerTest {

    @Test
    void aBlockedCustomerIsRefused(Sandbank bank) throws Exception {
        bank.user("ada").block();
        new AccountsClient(bank.url("listAccounts"), bank.tokens().forClient("ada-batch")).read();
        assertThat(bank).lastCall().wasRefused(SUBJECT_BLOCKED).withStatus(403);
    }

    /** Stands for the code that you test. */
    record AccountsClient(URI url, String token) {
        String read() throws Exception {
            HttpRequest request = HttpRequest.newBuilder(url)
                    .header("Authorization", "Bearer " + token)
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        }
    }
}
