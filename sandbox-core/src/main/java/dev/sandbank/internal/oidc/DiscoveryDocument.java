package dev.sandbank.internal.oidc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Client.Encrypted;
import dev.sandbank.internal.model.oauth.Client.Encryption;
import dev.sandbank.internal.oidc.client.DirectCalls;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.grant.Pkce;
import dev.sandbank.internal.oidc.token.UserClaims;
import dev.sandbank.internal.store.Directory;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the discovery document (OpenID Connect Discovery 1.0 §3, RFC 8414 §2). It lists only what works. */
final class DiscoveryDocument {

    private static final List<String> ENDPOINTS =
            List.of("authorization", "token", "userinfo", "jwks", "end_session", "introspection", "revocation");

    private final OidcContext context;
    private final Dialect dialect;

    DiscoveryDocument(OidcContext context) {
        this.context = context;
        this.dialect = context.dialect();
    }

    /** The document as JSON. Prepares the keys too, because most readers ask for them next. */
    String text() {
        context.prepareKeys();
        return document().toString();
    }

    private ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("issuer", context.issuer().id());
        ENDPOINTS.stream().filter(context::has).forEach(name -> {
            String member = name.equals("jwks") ? "jwks_uri" : name + "_endpoint";
            document.put(member, context.issuer().url(name));
        });
        list(document, "scopes_supported", dialect.allScopes());
        list(document, "grant_types_supported", new TreeSet<>(dialect.issuer().grants()));
        if (dialect.allScopes().contains("openid")) {
            list(document, "subject_types_supported", List.of("public"));
            list(document, "id_token_signing_alg_values_supported", context.idTokenAlgorithms());
            encryption(document, "id_token", Encrypted.ID_TOKEN);
            list(document, "claim_types_supported", List.of("normal"));
            list(document, "claims_supported", claims());
            if (dialect.issuer().tellsLogouts()) {
                document.put("backchannel_logout_supported", true);
                document.put("backchannel_logout_session_supported", true);
            }
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
        if (context.has("revocation")) {
            list(document, "revocation_endpoint_auth_methods_supported", methods);
        }
        if (context.has("introspection")) {
            list(document, "introspection_endpoint_auth_methods_supported", secret);
        }
        if (methods.contains("private_key_jwt")) {
            for (String endpoint :
                    DirectCalls.ENDPOINTS.stream().filter(context::has).toList()) {
                list(
                        document,
                        endpoint + "_endpoint_auth_signing_alg_values_supported",
                        dialect.issuer().signingAlgorithms());
            }
        }
    }

    private void signIn(ObjectNode document) {
        boolean offered = context.has("authorization");
        list(document, "response_types_supported", offered ? List.of("code") : List.of());
        if (offered) {
            list(document, "response_modes_supported", List.of("query", "fragment", "form_post"));
            list(document, "code_challenge_methods_supported", challengeMethods());
            if (context.has("userinfo")) {
                list(document, "userinfo_signing_alg_values_supported", context.userinfoAlgorithms());
                encryption(document, "userinfo", Encrypted.USERINFO);
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

    /** Lists the encryption that clients of this fixture ask for, if any does. */
    private void encryption(ObjectNode document, String what, Encrypted encrypted) {
        List<Encryption> wanted = context.encryptions(encrypted);
        if (!wanted.isEmpty()) {
            list(document, what + "_encryption_alg_values_supported", names(wanted, Encryption::alg));
            list(document, what + "_encryption_enc_values_supported", names(wanted, Encryption::enc));
        }
    }

    private static Set<String> names(List<Encryption> wanted, Function<Encryption, String> part) {
        return wanted.stream().map(part).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> challengeMethods() {
        return context.allowsPlainPkce() ? List.of(Pkce.S256, Pkce.PLAIN) : List.of(Pkce.S256);
    }

    private Collection<String> claims() {
        Set<String> names = new UserClaims(context).supported();
        names.addAll(List.of("sub", "iss", "aud", "exp", "iat", "auth_time", "nonce", "acr", "amr", "azp", "sid"));
        return names;
    }

    /** The authentication methods that clients of this fixture may use, each once. */
    private Set<String> authMethods() {
        Set<String> used = new TreeSet<>();
        new Directory(context.store())
                .clients().stream().map(Client::authMethods).forEach(used::addAll);
        return used;
    }

    private static void list(ObjectNode document, String name, Collection<String> values) {
        ArrayNode array = document.putArray(name);
        values.forEach(array::add);
    }
}
