package dev.sandbank.internal.oidc;

import dev.sandbank.internal.oidc.endpoint.Endpoint;
import dev.sandbank.internal.oidc.endpoint.IssuerUrls;
import dev.sandbank.internal.oidc.grant.Pkce;
import dev.sandbank.internal.oidc.endpoint.PublicReply;
import dev.sandbank.internal.oidc.token.UserClaims;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.oidc.sign.Verifiers;
import dev.sandbank.internal.store.Directory;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The discovery document (OpenID Connect Discovery 1.0 §3, RFC 8414 §2): what works, and nothing else. */
final class DiscoveryEndpoint implements Endpoint {

    private static final Map<String, String> ENDPOINTS = endpoints();

    private final Dialect dialect;
    private final IssuerUrls issuer;
    private final Directory directory;
    private final Set<String> grants;
    private final boolean plainAllowed;

    DiscoveryEndpoint(
            Dialect dialect, IssuerUrls issuer, Directory directory, Set<String> grants, boolean plainAllowed) {
        this.dialect = dialect;
        this.issuer = issuer;
        this.directory = directory;
        this.grants = grants;
        this.plainAllowed = plainAllowed;
    }

    private static Map<String, String> endpoints() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("authorization", "authorization_endpoint");
        members.put("token", "token_endpoint");
        members.put("userinfo", "userinfo_endpoint");
        members.put("jwks", "jwks_uri");
        members.put("end_session", "end_session_endpoint");
        members.put("introspection", "introspection_endpoint");
        members.put("revocation", "revocation_endpoint");
        return Collections.unmodifiableMap(members);
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
    public boolean decides() {
        return false;
    }

    @Override
    public boolean openToBrowsers() {
        return true;
    }

    @Override
    public DecidedReply answer(Request request) {
        Reply reply = Reply.of(200, "application/json", document().toString());
        return PublicReply.to(this, reply.withHeader("Cache-Control", "public, max-age=300"));
    }

    private ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("issuer", issuer.id());
        ENDPOINTS.forEach((endpoint, member) -> {
            if (has(endpoint)) {
                document.put(member, issuer.url(endpoint));
            }
        });
        list(document, "scopes_supported", scopes());
        list(document, "grant_types_supported", new TreeSet<>(grants));
        if (scopes().contains("openid")) {
            list(document, "subject_types_supported", List.of("public"));
            list(document, "id_token_signing_alg_values_supported", SigningKeys.ALGORITHMS);
            list(document, "claim_types_supported", List.of("normal"));
            list(document, "claims_supported", claims());
        }
        clientAuthentication(document);
        signIn(document);
        dialect.issuer().metadata().forEach((member, value) -> {
            if (value.isNull()) {
                document.remove(member);
            } else {
                document.set(member, value);
            }
        });
        return document;
    }

    private void clientAuthentication(ObjectNode document) {
        Set<String> methods = authMethods();
        list(document, "token_endpoint_auth_methods_supported", methods);
        Set<String> secret = new TreeSet<>(methods);
        secret.remove("none");
        if (has("revocation")) {
            list(document, "revocation_endpoint_auth_methods_supported", methods);
        }
        if (has("introspection")) {
            list(document, "introspection_endpoint_auth_methods_supported", secret);
        }
        if (methods.contains("private_key_jwt")) {
            for (String endpoint : Stream.of("token", "revocation", "introspection")
                    .filter(this::has)
                    .toList()) {
                list(document, endpoint + "_endpoint_auth_signing_alg_values_supported", Verifiers.ALGORITHMS);
            }
        }
    }

    private void signIn(ObjectNode document) {
        boolean offered = has("authorization");
        list(document, "response_types_supported", offered ? List.of("code") : List.of());
        if (offered) {
            list(document, "response_modes_supported", List.of("query", "form_post"));
            list(document, "code_challenge_methods_supported", challengeMethods());
            if (has("userinfo")) {
                list(document, "userinfo_signing_alg_values_supported", SigningKeys.ALGORITHMS);
            }
            list(document, "prompt_values_supported", List.of("none", "login", "consent", "select_account"));
            list(document, "display_values_supported", List.of("page"));
            list(document, "ui_locales_supported", List.of("en"));
            document.put("claims_parameter_supported", true);
            document.put("request_parameter_supported", false);
            document.put("request_uri_parameter_supported", false);
            document.put("require_request_uri_registration", false);
            document.put("authorization_response_iss_parameter_supported", true);
        }
    }

    private boolean has(String endpoint) {
        return dialect.issuer().endpoints().containsKey(endpoint);
    }

    private List<String> challengeMethods() {
        return plainAllowed ? List.of(Pkce.S256, Pkce.PLAIN) : List.of(Pkce.S256);
    }

    private static Collection<String> claims() {
        Set<String> names = new TreeSet<>(UserClaims.all());
        names.addAll(List.of("sub", "iss", "aud", "exp", "iat", "auth_time", "nonce", "acr", "amr", "azp", "sid"));
        return names;
    }

    private Collection<String> scopes() {
        Set<String> all = new TreeSet<>(dialect.scopes().keySet());
        all.addAll(dialect.issuer().protocolScopes());
        return all;
    }

    /** What the clients of this fixture may use, each method once. */
    private Set<String> authMethods() {
        Set<String> used = new TreeSet<>();
        directory.clients().stream().map(Client::authMethods).forEach(used::addAll);
        return used;
    }

    private static void list(ObjectNode document, String name, Collection<String> values) {
        ArrayNode array = document.putArray(name);
        values.forEach(array::add);
    }
}
