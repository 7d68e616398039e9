package dev.sandbank.junit;

import static java.net.http.HttpResponse.BodyHandlers.ofString;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;

/** Stands for the reader's own code, which the examples test. */
record Statements(URI bank, String token) {

    String download() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(bank + "/banking/accounts"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, ofString()).body();
    }
}
