package user.junit;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What a user has written against the bank: asks as Ada for her accounts, and opens one more. */
final class Payouts {

    static final String ADA = "0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Sandbank bank;

    Payouts(Sandbank bank) {
        this.bank = bank;
    }

    int list() {
        return send(request().GET().build());
    }

    int open() {
        return send(request()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"label\": \"Rainy days\", \"asset\": \"EUR\"}"))
                .build());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(bank.url("core.list-accounts"))
                .header("Authorization", "Bearer " + bank.tokens().forClient("payouts"))
                .header("X-On-Behalf-Of", "user " + ADA);
    }

    static int send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
