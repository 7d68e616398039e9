package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.fixture.openapi.Inventory;
import dev.sandbank.internal.fixture.openapi.Inventory.Item;
import dev.sandbank.internal.fixture.tree.JsonLocation;
import dev.sandbank.internal.init.sample.Samples;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The token server and the scopes that a description needs, and what its operations ask of callers. */
final class SecurityDraft {

    private static final Set<String> FLOWS = Set.of("authorizationCode", "implicit");

    private final Inventory inventory;
    private final Set<String> scopes = new TreeSet<>();
    private final boolean signsIn;
    private final DescribedIssuer described;

    SecurityDraft(Inventory inventory) {
        this.inventory = inventory;
        this.described = DescribedIssuer.of(inventory);
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

    /** Returns the issuer's path: the folder of what the description has of it, or one in which no operation is. */
    private String issuer() {
        Optional<String> known = described
                .path(DescribedIssuer.AUTHORIZATION)
                .filter(path -> signsIn)
                .or(() -> described
                        .path(DescribedIssuer.DISCOVERY)
                        .map(path -> path.replaceFirst("/[.]well-known/.*", "/x")));
        if (known.isPresent()) {
            String folder = known.get().substring(0, known.get().lastIndexOf('/'));
            return folder.isEmpty() ? "/" : folder;
        }
        String path = "/oauth2";
        for (int number = 3; begins(path); number++) {
            path = "/oauth" + number;
        }
        return path;
    }

    private boolean begins(String path) {
        String base = inventory.base().equals("/") ? "" : inventory.base();
        return inventory.operations().stream()
                .filter(item -> !described.operations().contains(item))
                .map(item -> base + item.path() + "/")
                .anyMatch(each -> each.startsWith(path + "/"));
    }

    /** Returns the path of an endpoint, in the issuer's folder unless the description has it: no operation is there. */
    private String endpoint(String issuer, String name, String kind) {
        return described.path(kind).orElseGet(() -> {
            String path = (issuer.equals("/") ? "" : issuer) + "/" + name;
            while (begins(path) || described.paths().containsValue(path)) {
                path += "-page";
            }
            return path;
        });
    }

    /** Returns the path of the token endpoint. */
    String tokenEndpoint() {
        return endpoint(issuer(), "token", DescribedIssuer.TOKEN);
    }

    void write(ObjectNode dialect, String name) {
        String path = issuer();
        ObjectNode issuer = dialect.putObject("issuer").put("path", path);
        ArrayNode discovery = issuer.putArray("discovery");
        described.path(DescribedIssuer.DISCOVERY).ifPresent(discovery::add);
        discovery.add("/.well-known/oauth-authorization-server" + (path.equals("/") ? "" : path));
        ObjectNode endpoints = issuer.putObject("endpoints").put("token", tokenEndpoint());
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
                    .put("authorization", endpoint(path, "authorize", DescribedIssuer.AUTHORIZATION))
                    .put("login", endpoint(path, "login", ""))
                    .put("consent", endpoint(path, "consent", ""));
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
        challenges(dialect, name);
    }

    /** Writes the challenges of a bank: those of credentials other than tokens are none for a bearer token. */
    private void challenges(ObjectNode dialect, String name) {
        ObjectNode common = dialect.withObjectProperty("api").putObject("challenge");
        common.put("scheme", "Bearer").put("realm", name);
        inventory.security().properties().forEach(scheme -> {
            String word = scheme.getValue().path("scheme").asText().equalsIgnoreCase("basic")
                    ? "Basic"
                    : scheme.getValue().path("type").asText().equals("apiKey") && !hasTokens() ? "ApiKey" : "";
            if (!word.isEmpty()) {
                dialect.withObjectProperty("security")
                        .putObject(scheme.getKey())
                        .put("challenge", word + " realm=\"" + name + '"');
                if (!hasTokens()) {
                    common.put("scheme", word);
                }
            }
        });
    }

    /** Whether some operation needs an access token. */
    boolean hasTokens() {
        return inventory.operations().stream()
                .filter(item -> !described.operations().contains(item))
                .map(item -> item.request().path("security"))
                .anyMatch(ways -> ways.isMissingNode()
                        || ways.valueStream()
                                .flatMap(way -> way.properties().stream())
                                .anyMatch(scheme -> isToken(scheme.getKey())));
    }

    private boolean isToken(String scheme) {
        JsonNode said = inventory.security().path(scheme);
        return !said.path("type").asText().equals("apiKey")
                && !said.path("scheme").asText().equalsIgnoreCase("basic");
    }

    /** Whether callers of an operation need nothing. */
    static boolean isOpen(JsonNode request) {
        return request.has("security") && request.path("security").valueStream().allMatch(JsonNode::isEmpty);
    }
}
