package dev.sandbank.testing;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.BuiltIn.Pair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;

/**
 * One call to a running sandbox, over real HTTP.
 *
 * <pre>{@code
 * assertThat(get(bank, "/core/accounts").bearer(token).onBehalfOf(ADA)).hasStatus(200).wasAllowed();
 * }</pre>
 */
public final class HttpCall {

    /** Marks a call, so that the journal's entry of this very call can be told from others made meanwhile. */
    private static final String MARK = "Sandbank-Test-Call";

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Sandbank bank;
    private final String method;
    private final String target;
    private final StringJoiner query = new StringJoiner("&");
    private final HttpRequest.Builder request = HttpRequest.newBuilder().timeout(Duration.ofMinutes(2));
    private final String mark = UUID.randomUUID().toString();
    private byte[] body = {};

    private HttpCall(Sandbank bank, String method, String target) {
        this.bank = bank;
        this.method = method;
        this.target = target;
        request.header(MARK, mark);
    }

    public static HttpCall get(Sandbank bank, String target) {
        return call(bank, "GET", target);
    }

    public static HttpCall post(Sandbank bank, String target) {
        return call(bank, "POST", target);
    }

    /** Any method.
     *
     * @param target raw path and query, or the full URL of a link that the bank gave */
    public static HttpCall call(Sandbank bank, String method, String target) {
        return new HttpCall(bank, method, target);
    }

    /** A token request, still without credentials. */
    public static HttpCall tokenRequest(Sandbank bank, String... form) {
        return post(bank, bank.tokenUrl().getRawPath()).form(form);
    }

    /** What most clients send: Basic credentials and the client credentials grant. */
    public static HttpCall clientCredentials(Sandbank bank, Pair client, String... form) {
        return tokenRequest(bank, form).basic(client).form("grant_type", "client_credentials");
    }

    public HttpCall bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public HttpCall basic(Pair client) {
        return basic(client.id() + ":" + client.secret());
    }

    /** Credentials as they are.
     *
     * @param credentials what is encoded, colon and all */
    public HttpCall basic(String credentials) {
        byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
        return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }

    /** Names the client as it is registered: by Basic, by its form, or by its id alone if it has no secret. */
    public HttpCall as(App app) {
        if (app.posts()) {
            return form("client_id", app.id(), "client_secret", app.secret());
        }
        return app.isPublic() ? form("client_id", app.id()) : basic(app.pair());
    }

    public HttpCall onBehalfOf(String user) {
        return header("X-On-Behalf-Of", "user " + user);
    }

    public HttpCall header(String name, String value) {
        request.header(name, value);
        return this;
    }

    public HttpCall query(String name, String value) {
        query.add(encode(name) + "=" + encode(value));
        return this;
    }

    /** Adds form parameters, name and value in turn. */
    public HttpCall form(String... pairs) {
        StringJoiner form = new StringJoiner("&");
        if (body.length > 0) {
            form.add(new String(body, StandardCharsets.UTF_8));
        }
        for (int i = 0; i < pairs.length; i += 2) {
            form.add(encode(pairs[i]) + "=" + encode(pairs[i + 1]));
        }
        return content("application/x-www-form-urlencoded", form.toString());
    }

    public HttpCall json(String text) {
        return content("application/json", text);
    }

    public HttpCall content(String type, String text) {
        return content(type, text.getBytes(StandardCharsets.UTF_8));
    }

    public HttpCall content(String type, byte[] bytes) {
        request.setHeader("Content-Type", type);
        body = bytes;
        return this;
    }

    /** The path that it is sent to. */
    String path() {
        return uri().getRawPath();
    }

    /** Sends it and returns the answer, which has been checked against the JSON Schema of such replies. */
    public Answer send() {
        HttpResponse<String> response = sendPastTheBank();
        Answer answer =
                new Answer(method, response.statusCode(), response.headers().map(), response.body(), journalled());
        ReplySchemas.of(bank).check(answer);
        return answer;
    }

    /** Sends it to what is no bank's, and in no journal. */
    public HttpResponse<String> sendPastTheBank() {
        return exchange(request.copy().uri(uri()).method(method, publisher()));
    }

    private HttpRequest.BodyPublisher publisher() {
        return body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    }

    private URI uri() {
        String url = target.startsWith("http") ? target : bank.baseUrl() + target;
        return URI.create(query.length() == 0 ? url : url + (url.contains("?") ? "&" : "?") + query);
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder ready) {
        try {
            return CLIENT.send(ready.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Exchange journalled() {
        List<Exchange> calls = bank.journal().calls();
        for (int i = calls.size() - 1; i >= 0; i--) {
            if (calls.get(i).requestHeaders().getOrDefault(MARK, List.of()).contains(mark)) {
                return calls.get(i);
            }
        }
        return unreadable(calls);
    }

    /** What was refused before its headers were read has no mark. */
    private Exchange unreadable(List<Exchange> calls) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            if (calls.get(i).requestHeaders().isEmpty() && calls.get(i).target().equals(target)) {
                return calls.get(i);
            }
        }
        throw new AssertionError("the journal has no entry of " + method + " " + target);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
