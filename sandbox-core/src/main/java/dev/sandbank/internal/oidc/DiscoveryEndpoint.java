package dev.sandbank.internal.oidc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.Answered;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.store.Directory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The discovery document (OpenID Connect Discovery 1.0 §3, RFC 8414 §2): what works, and nothing else. */
final class DiscoveryEndpoint implements Endpoint {

    private static final Map<String, String> MEMBERS = Map.of("token", "token_endpoint", "jwks", "jwks_uri");

    private final Dialect dialect;
    private final Supplier<String> publicBase;
    private final Directory directory;
    private final Set<String> grants;

    DiscoveryEndpoint(Dialect dialect, Supplier<String> publicBase, Directory directory, Set<String> grants) {
        this.dialect = dialect;
        this.publicBase = publicBase;
        this.directory = directory;
        this.grants = grants;
    }

    @Override
    public String name() {
        return "discovery";
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public boolean openToBrowsers() {
        return true;
    }

    @Override
    public Answered answer(Request request) {
        Reply reply = Reply.of(200, "application/json", document().toString());
        return Open.to(this, reply.withHeader("Cache-Control", "public, max-age=300"));
    }

    private ObjectNode document() {
        Dialect.Issuer issuer = dialect.issuer();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("issuer", publicBase.get() + issuer.path());
        issuer.endpoints().entrySet().stream()
                .filter(endpoint -> MEMBERS.containsKey(endpoint.getKey()))
                .forEach(endpoint ->
                        document.put(MEMBERS.get(endpoint.getKey()), publicBase.get() + endpoint.getValue()));
        list(document, "grant_types_supported", new TreeSet<>(grants));
        list(document, "scopes_supported", scopes());
        list(document, "token_endpoint_auth_methods_supported", authMethods());
        list(document, "response_types_supported", List.of());
        list(document, "subject_types_supported", List.of("public"));
        list(document, "id_token_signing_alg_values_supported", List.of("RS256"));
        return document;
    }

    private Collection<String> scopes() {
        Set<String> all = new TreeSet<>(dialect.scopes().keySet());
        all.addAll(dialect.issuer().protocolScopes());
        return all;
    }

    /** What the clients of this fixture may use, each method once. */
    private Collection<String> authMethods() {
        Set<String> used = new TreeSet<>();
        directory.clients().stream().map(Client::authMethods).forEach(used::addAll);
        return used;
    }

    private static void list(ObjectNode document, String name, Collection<String> values) {
        ArrayNode array = document.putArray(name);
        values.forEach(array::add);
    }
}
