package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.fixture.openapi.Inventory;
import dev.sandbank.internal.fixture.openapi.Inventory.Item;
import dev.sandbank.internal.fixture.tree.JsonLocation;
import dev.sandbank.internal.init.sample.Samples;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The token server and the scopes that a description needs, and what its operations ask of callers. */
final class SecurityDraft {

    private static final Set<String> FLOWS = Set.of("authorizationCode", "implicit");

    private final Inventory inventory;
    private final Set<String> scopes = new TreeSet<>();
    private final boolean signsIn;

    SecurityDraft(Inventory inventory) {
        this.inventory = inventory;
        this.signsIn = schemes()
                .anyMatch(scheme -> scheme.at("flows").names().stream().anyMatch(FLOWS::contains)
                        || scheme.text("type").filter("openIdConnect"::equals).isPresent());
        inventory.scopes().fieldNames().forEachRemaining(scopes::add);
        for (Item item : inventory.operations()) {
            ExtensionScopes.of(item).ifPresent(found -> scopes.addAll(found.names()));
            for (String member : new String[] {"scopes", "anyScope"}) {
                item.request().path(member).forEach(scope -> scopes.add(scope.asText()));
            }
            item.request()
                    .path("security")
                    .forEach(way -> way.forEach(needed -> needed.forEach(scope -> scopes.add(scope.asText()))));
        }
        scopes.removeIf(String::isBlank);
    }

    private Stream<JsonLocation> schemes() {
        JsonLocation schemes = inventory.root().at("components").at("securitySchemes");
        return schemes.names().stream().map(schemes::at);
    }

    Set<String> scopes() {
        return scopes;
    }

    boolean signsIn() {
        return signsIn;
    }

    /** Returns the scopes that operations name and no security scheme declares. */
    ObjectNode undeclared() {
        ObjectNode missing = Samples.object();
        scopes.stream().filter(scope -> !inventory.scopes().has(scope)).forEach(scope -> missing.put(scope, scope));
        return missing;
    }

    /** Whether clients need keys. */
    boolean hasKeys() {
        return inventory
                .security()
                .valueStream()
                .anyMatch(scheme -> scheme.path("type").asText().equals("apiKey"));
    }

    /** The first segment of a path at which no operation is. */
    private String issuer() {
        String path = "/oauth2";
        String base = inventory.base().equals("/") ? "" : inventory.base();
        for (int number = 2; begins(base, path); number++) {
            path = "/oauth" + (number + 1);
        }
        return path;
    }

    private boolean begins(String base, String path) {
        return inventory.operations().stream()
                .map(item -> base + item.path() + "/")
                .anyMatch(each -> each.startsWith(path + "/"));
    }

    void write(ObjectNode dialect, String name) {
        String path = issuer();
        ObjectNode issuer = dialect.putObject("issuer").put("path", path);
        issuer.putArray("discovery").add("/.well-known/oauth-authorization-server" + path);
        ObjectNode endpoints = issuer.putObject("endpoints").put("token", path + "/token");
        ArrayNode grants = issuer.putArray("grants").add("client_credentials");
        issuer.putArray("authMethods")
                .add("client_secret_basic")
                .add("client_secret_post")
                .add("none");
        ObjectNode tokens = dialect.putObject("tokens");
        tokens.putArray("reply")
                .add("access_token")
                .add("token_type")
                .add("expires_in")
                .add("scope");
        if (signsIn) {
            endpoints
                    .put("authorization", path + "/authorize")
                    .put("login", path + "/login")
                    .put("consent", path + "/consent");
            grants.add("authorization_code").add("refresh_token");
            tokens.putArray("userReply")
                    .add("access_token")
                    .add("token_type")
                    .add("expires_in")
                    .add("refresh_token")
                    .add("scope");
        }
        tokens.put("realm", name);
        ObjectNode undeclared = undeclared();
        if (!undeclared.isEmpty()) {
            dialect.set("scopes", undeclared);
        }
    }

    /** Whether callers of an operation need nothing. */
    static boolean isOpen(JsonNode request) {
        return request.has("security") && request.path("security").valueStream().allMatch(JsonNode::isEmpty);
    }
}
