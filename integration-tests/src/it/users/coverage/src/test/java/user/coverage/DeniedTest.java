package user.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@WithSandbank("apiture")
class DeniedTest {

    @Test
    void readsAccounts(Sandbank bank) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(bank.url("listAccounts"))
                .header("Authorization", "Bearer " + bank.tokens().forClient("no-scopes"))
                .build();

        assertEquals(
                403,
                HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode());
    }
}
