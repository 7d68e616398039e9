package dev.sandbank.benchmarks;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * Asks the example bank for one page.
 *
 * @param name what it is called in the table
 * @param path the path below the base
 */
record PageCaller(String name, String path) {

    static List<PageCaller> all() {
        return List.of(
                new PageCaller("accounts of a user", "/v1/accounts"),
                new PageCaller("one account", "/v1/accounts/a1"),
                new PageCaller("its transactions", "/v1/accounts/a1/transactions?bookingStatus=booked"));
    }

    /** With a token of the sandbox it goes to. */
    Ready at(Sandbank bank) {
        return new Ready(URI.create(bank.baseUrl() + path), bank.tokens().forUser("app", "u1"));
    }

    /** One page of one sandbox. */
    record Ready(URI url, String token) {

        void call() throws IOException {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setRequestProperty("Authorization", "Bearer " + token);
            connection.setRequestProperty("Consent-ID", "c1");
            connection.setRequestProperty("X-Request-ID", UUID.randomUUID().toString());
            if (connection.getResponseCode() != 200) {
                throw new IOException("no page from " + url + ": " + connection.getResponseCode());
            }
            connection.getInputStream().readAllBytes();
        }
    }
}
