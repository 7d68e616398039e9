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

/** A sandbox that was made at a server. It lives for a while after it was last used by its controls, should nobody close it. */
public final class MadeSandbox implements AutoCloseable {

    /** The environment variable with the token that a server wants. */
    public static final String TOKEN = "SANDBANK_CONTROL_TOKEN";

    /** How long it usually lives. */
    public static final Duration LIFE = Duration.ofHours(1);

    /** It is prolonged by the first use after so great a part of its life. */
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
     * Makes one.
     *
     * @param server its base URL
     * @param token the server's control token, or null if it is not known to want one
     * @param wanted what it is to be like, as the control API has it
     * @param life how long it is to live after it was used
     * @throws SandbankException if there is no server, or it makes none
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

    /** Below a path of the server it is reached as the server was, whatever URL that has in public. */
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
