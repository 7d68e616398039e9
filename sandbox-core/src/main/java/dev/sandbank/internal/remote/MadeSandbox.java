package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.SandbankException;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.control.api.Sandboxes;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A sandbox that was made at a server. If nobody closes it, it ends some time after its controls were last used. */
public final class MadeSandbox implements AutoCloseable {

    /** The environment variable with the server's control token. */
    public static final String TOKEN = "SANDBANK_CONTROL_TOKEN";

    /** The default of how long it lives. */
    public static final Duration LIFE = Duration.ofHours(1);

    /** The first use after this part of its life (one quarter) prolongs the sandbox. */
    private static final int PART = 4;

    private static final String SANDBOXES = "sandboxes";

    private final RemoteApi server;
    private final JsonNode told;
    private final RemoteApi api;
    private final Duration life;
    private CompletableFuture<Void> aging;
    private boolean closed;

    private MadeSandbox(RemoteApi server, JsonNode told, Duration life) {
        this.server = server;
        this.told = told;
        this.life = life;
        this.aging = aging(life);
        RemoteApi at = RemoteApi.at(reached(told.path("baseUrl").asText()), server.token());
        this.api = new RemoteApi(at.url(), at.token(), told.path("baseUrl").asText(), this::prolongIfOld);
    }

    /**
     * Makes a sandbox.
     *
     * @param server the base URL of the server
     * @param token the server's control token, or null if none is known
     * @param wanted the request for the sandbox, as the control API takes it
     * @param life how long the sandbox lives after its last use
     * @throws SandbankException if no server answers, or it makes no sandbox
     */
    public static MadeSandbox at(URI server, @Nullable String token, ObjectNode wanted, Duration life) {
        String url = server.toString().replaceFirst("/$", "");
        RemoteApi api = RemoteApi.at(url, token);
        try {
            JsonNode told = api.call("POST", SANDBOXES)
                    .json(wanted.put("life", life.toString()))
                    .send();
            return new MadeSandbox(api, told, life);
        } catch (IllegalArgumentException | IllegalStateException refused) {
            throw new SandbankException(
                    "the server at " + url + " did not create a sandbox: " + refused.getMessage(), refused);
        }
    }

    RemoteApi api() {
        return api;
    }

    /** The URL at which this JVM reaches a sandbox below a path: the one it used for the server, not the public one. */
    private String reached(String baseUrl) {
        int path = baseUrl.indexOf(Sandboxes.BASE);
        return path < 0 ? baseUrl : server.site() + baseUrl.substring(path);
    }

    String baseUrl() {
        return api.site();
    }

    private RemoteApi.Call call(String method) {
        return server.call(method, SANDBOXES, told.path("id").asText());
    }

    private static CompletableFuture<Void> aging(Duration life) {
        return new CompletableFuture<Void>().completeOnTimeout(null, life.toMillis() / PART, TimeUnit.MILLISECONDS);
    }

    private synchronized void prolongIfOld() {
        if (aging.isDone() && !closed) {
            aging = aging(life);
            call("PATCH").json(Json.object().put("life", life.toString())).send();
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
