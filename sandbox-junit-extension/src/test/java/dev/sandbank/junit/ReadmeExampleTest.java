package dev.sandbank.junit;

import static dev.sandbank.Refusals.SUBJECT_BLOCKED;
import static java.net.http.HttpResponse.BodyHandlers.discarding;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandbank.Sandbank;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

// tag::readme[]
@WithSandbank("apiture")
class ReadmeExampleTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aBlockedCustomerIsTurnedAway(Sandbank bank) throws Exception {
        var listAccounts = HttpRequest.newBuilder(bank.url("listAccounts"))
                .header("Authorization", "Bearer " + bank.tokens().forClient("ada-batch"));

        assertEquals(200, http.send(listAccounts.build(), discarding()).statusCode());
        bank.user("ada").block();
        assertEquals(403, http.send(listAccounts.build(), discarding()).statusCode());
        assertEquals(SUBJECT_BLOCKED, bank.journal().lastCall().decision().refusal());
    }
}
// end::readme[]
