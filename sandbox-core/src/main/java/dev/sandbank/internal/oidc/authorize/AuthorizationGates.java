package dev.sandbank.internal.oidc.authorize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.GrantTypes;
import dev.sandbank.internal.model.Scopes;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.grant.Pkce;
import dev.sandbank.internal.oidc.session.PageForms;
import dev.sandbank.internal.text.BoundedJson;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is asked of every authorization request, before anybody signs in.
 *
 * <p>Until client and redirect URI are known to belong together the answer is a page for the person at the browser; after
 * that it goes to the client (RFC 6749 §4.1.2.1).
 */
final class AuthorizationGates {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,15}");
    private static final Set<String> PROMPTS = Set.of("none", "login", "consent", "select_account");
    private static final List<String> UNSUPPORTED = List.of("request", "request_uri", "registration");

    private final OidcContext context;

    AuthorizationGates(OidcContext context) {
        this.context = context;
    }

    Gates<AuthorizationRequest> inOrder() {
        return Gates.<AuthorizationRequest>none()
                .then("client", this::client)
                .then("redirect-uri", AuthorizationGates::redirectUri)
                .then("request", this::request)
                .then("prompt", AuthorizationGates::prompt)
                .then("pkce", this::pkce)
                .then("scope", this::scope);
    }

    private Verdict<AuthorizationRequest> client(AuthorizationRequest call) {
        if (call.raw().length() > PageForms.LONGEST) {
            return OAuthError.invalidRequest("The request is longer than 8 KiB");
        }
        if (call.parameters().repeats("client_id")) {
            return OAuthError.invalidRequest("client_id is repeated");
        }
        Optional<String> id = call.parameter("client_id");
        return id.flatMap(context::client)
                .filter(client -> !client.disabled())
                .map(client -> Verdict.pass(call.from(client), client.toString()))
                .orElseGet(() -> OAuthError.invalidRequest(
                        id.isEmpty() ? "client_id is required" : "There is no client " + OAuthError.quoted(id.get())));
    }

    private static Verdict<AuthorizationRequest> redirectUri(AuthorizationRequest call) {
        Optional<String> uri = call.parameter("redirect_uri");
        if (uri.isEmpty() || call.parameters().repeats("redirect_uri")) {
            return OAuthError.invalidRequest("redirect_uri is required, once");
        }
        return matches(call.client().registration().redirectUris(), uri.get())
                ? Verdict.pass(call.redirectingTo(uri.get()), "registered")
                : OAuthError.invalidRequest("The redirect_uri " + OAuthError.quoted(uri.get())
                        + " is not registered for " + call.client().id());
    }

    private Verdict<AuthorizationRequest> request(AuthorizationRequest call) {
        Optional<String> repeated = call.parameters().names().stream()
                .filter(call.parameters()::repeats)
                .findFirst();
        if (repeated.isPresent()) {
            return OAuthError.invalidRequest("The parameter " + OAuthError.quoted(repeated.get()) + " is repeated");
        }
        Optional<String> unsupported = UNSUPPORTED.stream()
                .filter(name -> call.parameter(name).isPresent())
                .findFirst();
        if (unsupported.isPresent()) {
            return OAuthError.named(unsupported.get() + "_not_supported", unsupported.get() + " is not supported");
        }
        return responseType(call);
    }

    private static Verdict<AuthorizationRequest> responseType(AuthorizationRequest call) {
        String type = call.parameter("response_type").orElse("");
        Optional<String> mode = call.parameter("response_mode");
        if (type.isEmpty()) {
            return OAuthError.invalidRequest("response_type is required");
        }
        if (!type.equals("code")) {
            return OAuthError.named("unsupported_response_type", "The only response type is code");
        }
        if (mode.isPresent() && !AuthorizationRequest.MODES.contains(mode.get())) {
            return OAuthError.invalidRequest("response_mode is query, fragment or form_post");
        }
        return call.client().grants().contains(GrantTypes.AUTHORIZATION_CODE)
                ? claims(call)
                : OAuthError.unauthorizedClient(
                        "The client is not registered for the grant " + GrantTypes.AUTHORIZATION_CODE);
    }

    private static Verdict<AuthorizationRequest> claims(AuthorizationRequest call) {
        return BoundedJson.find(call.claims()).filter(JsonNode::isObject).isPresent()
                ? Verdict.pass(call, "well-formed")
                : OAuthError.invalidRequest("claims is not a JSON object");
    }

    private static Verdict<AuthorizationRequest> prompt(AuthorizationRequest call) {
        Optional<String> maxAge = call.parameter("max_age");
        if (maxAge.isPresent() && !SECONDS.matcher(maxAge.get()).matches()) {
            return OAuthError.invalidRequest("max_age is a number of seconds");
        }
        if (!PROMPTS.containsAll(call.prompts())) {
            return OAuthError.invalidRequest("prompt is none, login, consent or select_account");
        }
        return call.prompts("none") && call.prompts().size() > 1
                ? OAuthError.invalidRequest("prompt none stands alone")
                : Verdict.pass(call, call.parameter("prompt").orElse("as needed"));
    }

    private Verdict<AuthorizationRequest> pkce(AuthorizationRequest call) {
        Optional<String> challenge = call.parameter("code_challenge");
        String method = call.parameter("code_challenge_method").orElse(Pkce.PLAIN);
        if (challenge.isEmpty()) {
            return call.client().isPublic()
                    ? OAuthError.invalidRequest("A public client must send a code_challenge")
                    : Verdict.pass(call, "none, which a confidential client may");
        }
        if (!method.equals(Pkce.S256) && !(context.allowsPlainPkce() && method.equals(Pkce.PLAIN))) {
            return OAuthError.invalidRequest("code_challenge_method must be S256");
        }
        return Pkce.wellFormed(challenge.get())
                ? Verdict.pass(call, method)
                : OAuthError.invalidRequest("code_challenge is not 43 to 128 unreserved characters");
    }

    private Verdict<AuthorizationRequest> scope(AuthorizationRequest call) {
        Scopes held = call.client().scopes();
        Optional<String> asked = call.parameter("scope");
        if (asked.isEmpty()) {
            return Verdict.pass(call.asking(held), "all of the client's: " + held);
        }
        if (!Scopes.wellFormed(asked.get())) {
            return OAuthError.invalidScope("The scope is not a list of scope names, one space between");
        }
        Scopes wanted = Scopes.parse(asked.get());
        if (held.covers(wanted)) {
            return Verdict.pass(call.asking(wanted), wanted.toString());
        }
        if (!context.narrowsScopes()) {
            return OAuthError.invalidScope("The client does not have every scope it asks for");
        }
        Scopes both = wanted.and(held);
        return Verdict.pass(call.asking(both), "narrowed to " + both);
    }

    /** Compares redirect URIs: exactly, except that a loopback one may have any port (RFC 8252 §7.3). */
    private static boolean matches(List<String> registered, String asked) {
        return registered.stream().anyMatch(known -> known.equals(asked) || sameButPort(known, asked));
    }

    private static boolean sameButPort(String registered, String asked) {
        try {
            URI known = new URI(registered);
            URI given = new URI(asked);
            return isLoopback(known)
                    && isLoopback(given)
                    && given.getRawUserInfo() == null
                    && given.getRawFragment() == null
                    && known.getHost().equals(given.getHost())
                    && Objects.equals(known.getRawPath(), given.getRawPath())
                    && Objects.equals(known.getRawQuery(), given.getRawQuery())
                    && given.getPort() <= 65_535
                    && given.toString().equals(asked);
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static boolean isLoopback(URI uri) {
        return "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }
}
