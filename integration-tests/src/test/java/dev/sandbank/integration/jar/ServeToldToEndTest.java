package dev.sandbank.integration.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The runnable jar when the process is told to end (SIGTERM) while it has a call to answer. */
class ServeToldToEndTest {

    private static final Path JAR = Path.of(System.getProperty("sandbank.jar"));

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void answersItAndExitsWithZero() throws Exception {
        try (ServeCommand serve = ServeCommand.run(JAR, "--bank", "apiture", "--port", "0", "--quiet")) {
            String base = serve.line().replaceFirst(".* ready at ", "");
            delayTheNextCall(base);
            CompletableFuture<HttpResponse<Void>> call =
                    http.sendAsync(get(base + "/banking/accounts"), BodyHandlers.discarding());
            awaitThatItIsDelayed(base);

            serve.stop();

            assertThat(call.get().statusCode()).isEqualTo(401);
            assertThat(serve.exitCode()).isZero();
        }
    }

    private void delayTheNextCall(String base) throws Exception {
        HttpRequest fault = HttpRequest.newBuilder(URI.create(base + "/_sandbank/api/faults"))
                .header("Content-Type", "application/json")
                .POST(
                        BodyPublishers.ofString(
                                "{\"on\": [\"listAccounts\"], \"next\": 1, \"effect\": {\"type\": \"delay\", \"time\": \"PT1S\"}}"))
                .build();
        assertThat(http.send(fault, BodyHandlers.discarding()).statusCode()).isEqualTo(201);
    }

    private void awaitThatItIsDelayed(String base) throws Exception {
        while (http.send(get(base + "/_sandbank/api/faults"), BodyHandlers.ofString())
                .body()
                .contains("listAccounts")) {
            Thread.onSpinWait();
        }
    }

    private static HttpRequest get(String url) {
        return HttpRequest.newBuilder(URI.create(url)).build();
    }
}
