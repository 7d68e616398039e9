package dev.sandbank.internal.oidc.authorize;

import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_CHALLENGE_MALFORMED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_CHALLENGE_METHOD;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_CHALLENGE_MISSING;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_CLAIMS_MALFORMED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_CLIENT_DISABLED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_CLIENT_ID_MISSING;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_CLIENT_ID_REPEATED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_CLIENT_UNKNOWN;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_MAX_AGE;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_PROMPT_NONE_NOT_ALONE;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_PROMPT_UNKNOWN;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_REDIRECT_URI_MISSING;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_REDIRECT_URI_NOT_REGISTERED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_REDIRECT_URI_REPEATED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_REPEATED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_RESPONSE_MODE;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_RESPONSE_TYPE_MISSING;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_TOO_LONG;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_SCOPE_MALFORMED;
import static dev.sandbank.internal.model.oauth.OAuthCause.REGISTRATION_NOT_SUPPORTED;
import static dev.sandbank.internal.model.oauth.OAuthCause.REQUEST_NOT_SUPPORTED;
import static dev.sandbank.internal.model.oauth.OAuthCause.REQUEST_URI_NOT_SUPPORTED;
import static dev.sandbank.internal.model.oauth.OAuthCause.UNAUTHORIZED_CLIENT_GRANT;
import static dev.sandbank.internal.model.oauth.OAuthCause.UNSUPPORTED_RESPONSE_TYPE;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.GrantTypes;
import dev.sandbank.internal.model.oauth.OAuthCause;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.oidc.endpoint.IgnoredParameters;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.endpoint.Targets;
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
import java.util.stream.Stream;

/**
 * Checks every authorization request before the user signs in.
 *
 * <p>Until Sandbank knows that client and redirect URI belong together, it shows refusals to the user as a page. After that it sends them
 * to the client (RFC 6749 §4.1.2.1).
 */
final class AuthorizationGates {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,15}");
    private static final Set<String> PROMPTS = Set.of("none", "login", "consent", "select_account");
    private static final List<String> READ = List.of(
            ("response_type client_id redirect_uri scope state nonce response_mode code_challenge code_challenge_method"
                            + " prompt max_age id_token_hint login_hint display ui_locales acr_values claims request request_uri registration")
                    .split(" "));
    private static final List<OAuthCause> UNSUPPORTED =
            List.of(REQUEST_NOT_SUPPORTED, REQUEST_URI_NOT_SUPPORTED, REGISTRATION_NOT_SUPPORTED);

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
                .then("scope", this::scope)
                .then("audience", AuthorizationGates::audience);
    }

    private Verdict<AuthorizationRequest> client(AuthorizationRequest call) {
        if (call.raw().length() > PageForms.LONGEST) {
            return OAuthError.refuse(INVALID_REQUEST_TOO_LONG, "The request is longer than 8 KiB");
        }
        if (call.parameters().repeats("client_id")) {
            return OAuthError.refuse(INVALID_REQUEST_CLIENT_ID_REPEATED, "client_id is repeated");
        }
        Optional<String> id = call.parameter("client_id");
        if (id.isEmpty()) {
            return OAuthError.refuse(INVALID_REQUEST_CLIENT_ID_MISSING, "client_id is required");
        }
        String none = "There is no client " + OAuthError.quoted(id.get());
        Optional<Client> client = context.client(id.get());
        if (client.isEmpty()) {
            return OAuthError.refuse(INVALID_REQUEST_CLIENT_UNKNOWN, none, context.noClient(id.get()));
        }
        return client.get().disabled()
                ? OAuthError.refuse(INVALID_REQUEST_CLIENT_DISABLED, none, "The client " + id.get() + " is disabled")
                : Verdict.pass(call.from(client.get()), client.get().toString());
    }

    private static Verdict<AuthorizationRequest> redirectUri(AuthorizationRequest call) {
        Optional<String> uri = call.parameter("redirect_uri");
        String once = "The request must have exactly one redirect_uri";
        if (call.parameters().repeats("redirect_uri")) {
            return OAuthError.refuse(INVALID_REQUEST_REDIRECT_URI_REPEATED, once, "redirect_uri is repeated");
        }
        if (uri.isEmpty()) {
            return OAuthError.refuse(INVALID_REQUEST_REDIRECT_URI_MISSING, once, "redirect_uri is missing");
        }
        List<String> registered = call.client().registration().redirectUris();
        String other = "The redirect_uri " + OAuthError.quoted(uri.get()) + " is not registered for "
                + call.client().id();
        return matches(registered, uri.get())
                ? Verdict.pass(call.redirectingTo(uri.get()), "registered")
                : OAuthError.refuse(
                        INVALID_REQUEST_REDIRECT_URI_NOT_REGISTERED,
                        other,
                        other + DidYouMean.hint(uri.get(), registered));
    }

    private Verdict<AuthorizationRequest> request(AuthorizationRequest call) {
        Optional<String> repeated = call.parameters().names().stream()
                .filter(name -> call.parameters().repeats(name) && !Targets.PARAMETERS.contains(name))
                .findFirst();
        if (repeated.isPresent()) {
            return OAuthError.refuse(
                    INVALID_REQUEST_REPEATED, "The parameter " + OAuthError.quoted(repeated.get()) + " is repeated");
        }
        return UNSUPPORTED.stream()
                .filter(cause -> call.parameter(feature(cause)).isPresent())
                .findFirst()
                .map(cause -> OAuthError.<AuthorizationRequest>refuse(cause, feature(cause) + " is not supported"))
                .orElseGet(() -> responseType(call));
    }

    /** The parameter that a cause is about. */
    private static String feature(OAuthCause cause) {
        return cause.error().replace("_not_supported", "");
    }

    private static Verdict<AuthorizationRequest> responseType(AuthorizationRequest call) {
        String type = call.parameter("response_type").orElse("");
        Optional<String> mode = call.parameter("response_mode");
        if (type.isEmpty()) {
            return OAuthError.refuse(INVALID_REQUEST_RESPONSE_TYPE_MISSING, "response_type is required");
        }
        if (!type.equals("code")) {
            return OAuthError.refuse(
                    UNSUPPORTED_RESPONSE_TYPE,
                    "response_type must be code",
                    "response_type must be code, not " + OAuthError.quoted(type));
        }
        if (mode.isPresent() && !AuthorizationRequest.MODES.contains(mode.get())) {
            return OAuthError.refuse(
                    INVALID_REQUEST_RESPONSE_MODE,
                    "response_mode must be query, fragment or form_post",
                    "response_mode must be query, fragment or form_post, not " + OAuthError.quoted(mode.get()));
        }
        return call.client().grants().contains(GrantTypes.AUTHORIZATION_CODE)
                ? claims(call)
                : OAuthError.refuse(
                        UNAUTHORIZED_CLIENT_GRANT,
                        "The client is not registered for the grant " + GrantTypes.AUTHORIZATION_CODE);
    }

    private static Verdict<AuthorizationRequest> claims(AuthorizationRequest call) {
        return BoundedJson.find(call.claims()).filter(JsonNode::isObject).isPresent()
                ? Verdict.pass(call, "well-formed" + IgnoredParameters.told(call.parameters(), read(call)))
                : OAuthError.refuse(INVALID_REQUEST_CLAIMS_MALFORMED, "claims is not a JSON object");
    }

    private static List<String> read(AuthorizationRequest call) {
        return Stream.concat(
                        READ.stream(), Targets.read(call.client().registration().audience()))
                .toList();
    }

    private static Verdict<AuthorizationRequest> prompt(AuthorizationRequest call) {
        Optional<String> maxAge = call.parameter("max_age");
        if (maxAge.isPresent() && !SECONDS.matcher(maxAge.get()).matches()) {
            return OAuthError.refuse(INVALID_REQUEST_MAX_AGE, "max_age must be a number of seconds");
        }
        if (!PROMPTS.containsAll(call.prompts())) {
            return OAuthError.refuse(
                    INVALID_REQUEST_PROMPT_UNKNOWN, "prompt must be none, login, consent or select_account");
        }
        return call.prompts("none") && call.prompts().size() > 1
                ? OAuthError.refuse(
                        INVALID_REQUEST_PROMPT_NONE_NOT_ALONE, "prompt none must not be combined with other values")
                : Verdict.pass(call, call.parameter("prompt").orElse("none sent: pages are shown as needed"));
    }

    private Verdict<AuthorizationRequest> pkce(AuthorizationRequest call) {
        Optional<String> challenge = call.parameter("code_challenge");
        String method = call.parameter("code_challenge_method").orElse(Pkce.PLAIN);
        if (challenge.isEmpty()) {
            return call.client().isPublic()
                    ? OAuthError.refuse(INVALID_REQUEST_CHALLENGE_MISSING, "A public client must send a code_challenge")
                    : Verdict.pass(call, "no code_challenge: a confidential client need not send one");
        }
        if (!method.equals(Pkce.S256) && !(context.allowsPlainPkce() && method.equals(Pkce.PLAIN))) {
            return OAuthError.refuse(INVALID_REQUEST_CHALLENGE_METHOD, "code_challenge_method must be S256");
        }
        return Pkce.wellFormed(challenge.get())
                ? Verdict.pass(call, method)
                : OAuthError.refuse(
                        INVALID_REQUEST_CHALLENGE_MALFORMED, "code_challenge must be 43 to 128 unreserved characters");
    }

    private Verdict<AuthorizationRequest> scope(AuthorizationRequest call) {
        Scopes held = call.client().scopes();
        Optional<String> asked = call.parameter("scope");
        if (asked.isEmpty()) {
            return Verdict.pass(call.asking(held), "none requested, so all of the client's: " + held);
        }
        if (!Scopes.wellFormed(asked.get())) {
            return OAuthError.refuse(
                    INVALID_SCOPE_MALFORMED, "scope must be a list of scope names with one space between two of them");
        }
        Scopes wanted = Scopes.parse(asked.get());
        if (held.covers(wanted)) {
            return Verdict.pass(call.asking(wanted), wanted.toString());
        }
        if (!context.narrowsScopes()) {
            return context.scopeRefused(call.client(), wanted, held);
        }
        Scopes both = wanted.and(held);
        return Verdict.pass(call.asking(both), "narrowed to " + both);
    }

    private static Verdict<AuthorizationRequest> audience(AuthorizationRequest call) {
        return Targets.narrowed(call.parameters(), call.client().registration().audience(), call::addressing);
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
