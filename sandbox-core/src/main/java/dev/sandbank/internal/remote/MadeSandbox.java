package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.SandbankException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A sandbox that was made at a server. It lives for an hour after it was last used by its controls, should nobody close it. */
public final class MadeSandbox implements AutoCloseable {

    /** The environment variable with the token that a server wants. */
    public static final String TOKEN = "SANDBANK_CONTROL_TOKEN";

    private static final Duration LIFE = Duration.ofHours(1);
    private static final String SANDBOXES = "sandboxes";

    private final RemoteApi server;
    private final JsonNode told;
    private final RemoteApi api;
    private CompletableFuture<Void> aging = aging();
    private boolean closed;

    private MadeSandbox(RemoteApi server, JsonNode told) {
        this.server = server;
        this.told = told;
        RemoteApi at = RemoteApi.at(reached(told.path("baseUrl").asText()), server.token());
        this.api = new RemoteApi(at.url(), at.token(), told.path("baseUrl").asText(), this::prolongIfOld);
    }

    /**
     * Makes one.
     *
     * @param server its base URL
     * @param token the server's control token, or null if it is not known to want one
     * @param wanted what it is to be like, as the control API has it
     * @throws SandbankException if there is no server, or it makes none
     */
    public static MadeSandbox at(URI server, @Nullable String token, ObjectNode wanted) {
        String url = server.toString().replaceFirst("/$", "");
        RemoteApi api = RemoteApi.at(url, token);
        try {
            JsonNode told = api.call("POST", SANDBOXES)
                    .json(wanted.put("life", LIFE.toString()))
                    .send();
            return new MadeSandbox(api, told);
        } catch (IllegalArgumentException | IllegalStateException refused) {
            throw new SandbankException("the server at " + url + " makes no sandbox: " + refused.getMessage(), refused);
        }
    }

    RemoteApi api() {
        return api;
    }

    /** Below a path of the server it is reached as the server was, whatever URL that has in public. */
    private String reached(String baseUrl) {
        int path = baseUrl.indexOf("/_sandbank/sandboxes/");
        return path < 0 ? baseUrl : server.site() + baseUrl.substring(path);
    }

    String baseUrl() {
        return api.site();
    }

    String bankName() {
        return told.path("bank").asText();
    }

    private RemoteApi.Call call(String method) {
        return server.call(method, SANDBOXES, told.path("id").asText());
    }

    private static CompletableFuture<Void> aging() {
        return new CompletableFuture<Void>().completeOnTimeout(null, LIFE.toMillis() / 4, TimeUnit.MILLISECONDS);
    }

    private synchronized void prolongIfOld() {
        if (aging.isDone() && !closed) {
            aging = aging();
            call("PATCH")
                    .json(RemoteEnvironment.object().put("life", LIFE.toString()))
                    .send();
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            aging.cancel(false);
            call("DELETE").send();
        }
    }
}
