package dev.sandbank.testing;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One call to the control API of a running sandbox; its answer has been held against the API's description. */
public final class ControlCall {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String method;
    private final String target;
    private final HttpRequest.Builder request;

    private ControlCall(URI baseUrl, String method, String target) {
        this.method = method;
        this.target = target;
        this.request = HttpRequest.newBuilder(URI.create(baseUrl + ApiDescription.BASE + target))
                .timeout(Duration.ofMinutes(2))
                .method(method, BodyPublishers.noBody());
    }

    /** Any method.
     *
     * @param target raw path and query below the API's base */
    public static ControlCall control(Sandbank bank, String method, String target) {
        return new ControlCall(bank.baseUrl(), method, target);
    }

    public static ControlCall control(URI baseUrl, String method, String target) {
        return new ControlCall(baseUrl, method, target);
    }

    public ControlCall json(String text) {
        return content("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    public ControlCall content(String type, byte[] bytes) {
        request.setHeader("Content-Type", type).method(method, BodyPublishers.ofByteArray(bytes));
        return this;
    }

    public ControlCall header(String name, String value) {
        request.header(name, value);
        return this;
    }

    public ControlCall bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public ControlAnswer send() {
        return checked(exchange());
    }

    private ControlAnswer exchange() {
        try {
            return answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends it where the API may not be served, so that its description says nothing of the answer. */
    public ControlAnswer sendUnchecked() {
        return exchange();
    }

    /** Sends it and does not wait. */
    public CompletableFuture<ControlAnswer> sendSoon() {
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString())
                .thenApply(ControlCall::answer)
                .thenApply(this::checked);
    }

    private static ControlAnswer answer(HttpResponse<String> response) {
        return new ControlAnswer(response.statusCode(), response.headers().map(), response.body());
    }

    private ControlAnswer checked(ControlAnswer answer) {
        ApiDescription.read().check(method, target, answer);
        return answer;
    }
}
