package user.junit;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Where a test's sandbox was, for the one that asks whether it is gone. */
record Opened(URI accounts, String token) {

    private static final Collection<Opened> ALL = new ConcurrentLinkedQueue<>();

    static Opened of(Sandbank bank) {
        boolean uphold = bank.bankName().equals("uphold");
        return new Opened(
                bank.url(uphold ? "core.list-accounts" : "listAccounts"),
                bank.tokens().forClient(uphold ? "ada-only" : "ada-batch"));
    }

    static void note(Sandbank bank) {
        ALL.add(of(bank));
    }

    static List<Opened> all() {
        return List.copyOf(ALL);
    }

    static void forget() {
        ALL.clear();
    }

    /** Whether it still answers; another sandbox, which was given the same port since, knows nothing of the token. */
    boolean isThere() {
        HttpRequest request = HttpRequest.newBuilder(accounts)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    != 401;
        } catch (ConnectException refused) {
            return false;
        } catch (IOException | InterruptedException other) {
            throw new IllegalStateException(other);
        }
    }
}
