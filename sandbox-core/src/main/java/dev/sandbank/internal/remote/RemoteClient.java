package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.SandbankClient;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.text.MemberPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Controls a client of a bank at a server. */
record RemoteClient(RemoteEnvironment at, String id) implements SandbankClient {

    private static final String CLIENTS = "clients";
    private static final String SECRET = "secret";
    private static final String SCOPES = "scopes";

    /** @throws IllegalArgumentException if there is no such client */
    RemoteClient known() {
        told();
        return this;
    }

    private JsonNode told() {
        return at.call("GET", CLIENTS, id).send();
    }

    @Override
    public String secret() {
        JsonNode told = told();
        if (!told.has(SECRET)) {
            throw new IllegalStateException("client " + id + " is public: it has no secret");
        }
        return told.path(SECRET).asText();
    }

    @Override
    public void setSecret(String secret) {
        at.call("PUT", CLIENTS, id, SECRET)
                .json(Json.object().put(SECRET, secret))
                .send();
    }

    @Override
    public Optional<String> boundUser() {
        return Optional.ofNullable(told().path("user").textValue());
    }

    @Override
    public Set<String> scopes() {
        return new TreeSet<>(Json.texts(told().path(SCOPES)));
    }

    @Override
    public void setScopes(String... scopes) {
        at.call("PUT", CLIENTS, id, SCOPES)
                .json(Json.object().set(SCOPES, Json.array(List.of(scopes))))
                .send();
    }

    @Override
    public boolean isDisabled() {
        return told().path("disabled").asBoolean();
    }

    @Override
    public void claims(Map<String, ?> claims) {
        new RemoteResource(at, CLIENTS, id).set(MemberPath.pointersIn("claims", claims));
    }

    @Override
    public void disable() {
        at.call("POST", CLIENTS, id, "disable").send();
    }

    @Override
    public void enable() {
        at.call("POST", CLIENTS, id, "enable").send();
    }

    @Override
    public String toString() {
        return "client " + id;
    }
}
