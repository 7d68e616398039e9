package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Authentication;
import dev.sandbank.SandbankClient;
import dev.sandbank.SandbankEnvironment;
import dev.sandbank.SandbankKeys;
import dev.sandbank.SandbankNames;
import dev.sandbank.SandbankResource;
import dev.sandbank.SandbankTokens;
import dev.sandbank.SandbankUser;
import dev.sandbank.SandbankWebhooks;
import dev.sandbank.internal.control.api.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Controls one environment of a bank at a server. */
class RemoteEnvironment implements SandbankEnvironment {

    private final RemoteApi api;
    private final String baseUrl;
    private final String name;

    /**
     * @param baseUrl the base URL of the sandbox
     * @param name the environment's name; empty for the one without a prefix
     */
    RemoteEnvironment(RemoteApi api, String baseUrl, String name) {
        this.api = api;
        this.baseUrl = baseUrl;
        this.name = name;
    }

    final RemoteApi api() {
        return api;
    }

    /** A call about this environment. */
    final RemoteApi.Call call(String method, String... path) {
        return api.call(method, path).with("environment", name);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final URI baseUrl() {
        return URI.create(name.isEmpty() ? baseUrl : baseUrl + "/" + name);
    }

    /** What the server says about this environment. */
    final JsonNode told() {
        return call("GET").send();
    }

    private URI here(JsonNode url) {
        return URI.create(api.here(url.asText()));
    }

    @Override
    public final URI issuer() {
        return URI.create(told().path("issuer").asText());
    }

    @Override
    public final URI tokenUrl() {
        return here(told().path("tokenUrl"));
    }

    @Override
    public final URI url(String operationId, String... pathArguments) {
        RemoteApi.Call call = call("GET", "operations", operationId, "url");
        List.of(pathArguments).forEach(argument -> call.with("argument", argument));
        return here(call.send().path("url"));
    }

    @Override
    public final SandbankClient client(String id) {
        return new RemoteClient(this, id).known();
    }

    @Override
    public final SandbankUser user(String id) {
        return new RemoteUser(this, id).known();
    }

    @Override
    public final SandbankResource account(String id) {
        return resource("accounts", id);
    }

    @Override
    public final SandbankResource resource(String collection, String id) {
        return new RemoteResource(this, collection, id).known();
    }

    @Override
    public final List<SandbankResource> resources(String collection) {
        JsonNode entries = call("GET", "resources", collection).send().path("resources");
        return entries.valueStream()
                .<SandbankResource>map(entry ->
                        new RemoteResource(this, collection, entry.path("id").asText()))
                .toList();
    }

    @Override
    public final SandbankResource add(String collection, String entry) {
        JsonNode added = call("POST", "resources", collection).yaml(entry).send();
        return new RemoteResource(this, collection, added.path("id").asText());
    }

    @Override
    public final SandbankTokens tokens() {
        return new RemoteTokens(this, Json.object());
    }

    @Override
    public final SandbankKeys keys() {
        return new RemoteKeys(this);
    }

    @Override
    public final URI signIn(URI authorization, String user) {
        return signedIn(authorization, user, null);
    }

    @Override
    public final URI signIn(URI authorization, String user, Authentication how) {
        return signedIn(authorization, user, how);
    }

    private URI signedIn(URI authorization, String user, @Nullable Authentication how) {
        ObjectNode content = Json.object().put("authorization", authorization.toString());
        if (how != null) {
            content.set("authentication", RemoteTokens.json(how));
        }
        return URI.create(call("POST", "users", user, "sign-in")
                .json(content)
                .send()
                .path("location")
                .asText());
    }

    @Override
    public final List<String> unusedGrants(String id) {
        return Json.texts(call("GET", "unused-grants").with("of", id).send().path("unused"));
    }

    @Override
    public final SandbankWebhooks webhooks() {
        return new RemoteWebhooks(this);
    }

    @Override
    public final Map<String, String> properties(String prefix) {
        return properties(prefix, "");
    }

    @Override
    public final Map<String, String> properties(String prefix, String client) {
        JsonNode told = call("GET", "properties")
                .with("prefix", prefix)
                .with("client", client)
                .send();
        return Json.members(told, value -> api.here(value.asText()));
    }

    @Override
    public SandbankNames names() {
        return new RemoteNames(this);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? baseUrl : name + " at " + baseUrl();
    }

    /** The names of one environment or, for the whole sandbox, those of all. */
    private record RemoteNames(RemoteEnvironment at) implements SandbankNames {

        private RemoteApi.Call call(Kind kind) {
            return at.call("GET", "names", Json.word(kind) + "s");
        }

        @Override
        public Set<String> all(Kind kind) {
            return new TreeSet<>(Json.texts(call(kind).send().path("names")));
        }

        @Override
        public Optional<String> doubt(Kind kind, String name) {
            return Json.texts(call(kind).with("name", name).send().path("doubts")).stream()
                    .findFirst();
        }
    }
}
