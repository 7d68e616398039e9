package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.SandbankException;
import dev.sandbank.internal.control.api.ControlSite;
import dev.sandbank.internal.text.BoundedJson;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls the control API of one sandbox or server over HTTP. If it refuses a call, it throws what a sandbox in this JVM would throw.
 *
 * @param url the URL that its paths begin with
 * @param token its control token, or null if none is known
 * @param known the base URL in its replies, which may differ from the one that this JVM uses
 * @param used runs before each call
 */
record RemoteApi(String url, @Nullable String token, String known, Runnable used) {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    /** The HTTP client of the whole process, because each has threads. It keeps connections, and knows no sandbox. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    static RemoteApi at(String site, @Nullable String token) {
        return new RemoteApi(site + ControlSite.BASE, token, site, () -> {});
    }

    /** The URL at which this JVM reaches one of its URLs. */
    String here(String url) {
        return (url + "/").startsWith(known + "/") ? site() + url.substring(known.length()) : url;
    }

    /** The base URL of the sandbox or server. */
    String site() {
        return url.substring(0, url.length() - ControlSite.BASE.length());
    }

    Call call(String method, String... path) {
        used.run();
        return new Call(method, Stream.of(path).map(step -> "/" + encoded(step)).collect(Collectors.joining()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A call that is being built. */
    final class Call {

        private final String method;
        private final String path;
        private final List<String> query = new ArrayList<>();
        private BodyPublisher body = BodyPublishers.noBody();
        private String type = "";

        private Call(String method, String path) {
            this.method = method;
            this.path = path;
        }

        /** Adds a query parameter, unless its value is empty. */
        Call with(String name, String value) {
            if (!value.isEmpty()) {
                query.add(name + "=" + encoded(value));
            }
            return this;
        }

        Call json(JsonNode content) {
            return content("application/json", content.toString());
        }

        Call yaml(String text) {
            return content("application/yaml", text);
        }

        private Call content(String mediaType, String text) {
            type = mediaType;
            body = BodyPublishers.ofString(text);
            return this;
        }

        /** @throws SandbankException if nothing answers, or the reply is not a sandbox's */
        JsonNode send() {
            String text = text();
            return text.isEmpty() ? MissingNode.getInstance() : read(text);
        }

        private JsonNode read(String text) {
            return BoundedJson.find(text)
                    .orElseThrow(() -> new SandbankException("the server at " + url + " is not Sandbank", List.of()));
        }

        /** Sends the call and returns the content of the reply as text. */
        String text() {
            try {
                return RemoteReply.accepted(RemoteApi.this, awaited(soon()));
            } catch (CompletionException failed) {
                throw RemoteReply.unreachable(url, failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new SandbankException("interrupted while waiting for an answer from " + url, interrupted);
            }
        }

        /** Waits for a reply, but not on its future: while a test waits on a future, JUnit's pool would start more tests than allowed. */
        private HttpResponse<String> awaited(CompletableFuture<HttpResponse<String>> reply)
                throws InterruptedException {
            CountDownLatch there = new CountDownLatch(1);
            CompletableFuture<HttpResponse<String>> told = reply.whenComplete((answer, failed) -> there.countDown());
            there.await();
            return told.join();
        }

        /** Sends the call without waiting for the reply. */
        CompletableFuture<HttpResponse<String>> soon() {
            return CLIENT.sendAsync(request(), BodyHandlers.ofString());
        }

        private HttpRequest request() {
            String target = url + path + (query.isEmpty() ? "" : "?" + String.join("&", query));
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(target)).timeout(ANSWER).method(method, body);
            if (!type.isEmpty()) {
                request.header("Content-Type", type);
            }
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            return request.build();
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return url;
    }
}
