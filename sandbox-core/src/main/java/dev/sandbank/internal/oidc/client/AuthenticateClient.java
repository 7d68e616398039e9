package dev.sandbank.internal.oidc.client;

import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_MISSING;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_AUTHORIZATION_NOT_BASIC;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_AUTHORIZATION_REPEATED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_BASIC_ID_OTHER;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_BASIC_MALFORMED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_DISABLED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_METHOD_NOT_REGISTERED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_NOT_NAMED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_SECRET_MISSING;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_SECRET_OF_PUBLIC;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_SECRET_WRONG;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_UNKNOWN;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_TWO_METHODS;
import static dev.sandbank.internal.oidc.endpoint.OAuthError.invalidClient;

import dev.sandbank.internal.gate.Gate;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Authenticates the client by the one method that it uses, if it is registered for that method (RFC 6749 §2.3).
 *
 * <p>The reply is the same for every failure, so that callers do not learn which part was wrong; only the decision says it. Secrets are
 * compared in constant time.
 */
final class AuthenticateClient implements Gate<ClientRequest> {

    private static final String BASIC = "client_secret_basic";
    private static final String POST = "client_secret_post";
    private static final String NONE = "none";

    private final OidcContext context;
    private final ClientAssertion assertion;

    AuthenticateClient(OidcContext context) {
        this.context = context;
        this.assertion = new ClientAssertion(context);
    }

    @Override
    public Verdict<ClientRequest> examine(ClientRequest call) {
        List<String> fields = call.request().headers().all("Authorization");
        List<String> ways = ways(call, fields);
        if (ways.size() > 1) {
            return OAuthError.refuse(
                    INVALID_REQUEST_TWO_METHODS,
                    "The client authenticates in two ways at once",
                    "The client authenticates in two ways at once: by " + String.join(" and ", ways));
        }
        return client(call, fields)
                .fold(known -> Verdict.pass(call.from(known), known.toString()), Verdict::<ClientRequest>refuse);
    }

    private static List<String> ways(ClientRequest call, List<String> fields) {
        List<String> ways = new ArrayList<>();
        if (!fields.isEmpty()) {
            ways.add("the Authorization header");
        }
        Stream.of("client_secret", "client_assertion")
                .filter(name -> call.parameter(name).isPresent())
                .forEach(ways::add);
        return ways;
    }

    private Verdict<Client> client(ClientRequest call, List<String> fields) {
        if (call.parameter("client_assertion").isPresent()) {
            return assertion.client(call);
        }
        return fields.isEmpty() ? byForm(call) : byBasic(call, fields);
    }

    /** Tries each reading of the credentials: the right one counts; if none is right, the one that names a client. */
    private Verdict<Client> byBasic(ClientRequest call, List<String> fields) {
        if (fields.size() > 1) {
            return invalidClient(INVALID_CLIENT_AUTHORIZATION_REPEATED, "The Authorization header is repeated");
        }
        if (!BasicCredentials.isBasic(fields.get(0))) {
            return invalidClient(
                    INVALID_CLIENT_AUTHORIZATION_NOT_BASIC, "The Authorization header must have the scheme Basic");
        }
        Set<BasicCredentials> readings = BasicCredentials.readings(fields);
        if (readings.isEmpty()) {
            return invalidClient(
                    INVALID_CLIENT_BASIC_MALFORMED,
                    "The Basic credentials must be an id, a colon and a secret, in base64");
        }
        Optional<String> named = call.parameter("client_id");
        List<BasicCredentials> right = readings.stream()
                .filter(reading -> named.isEmpty() || named.get().equals(reading.id()))
                .sorted(Comparator.comparing(
                        reading -> context.client(reading.id()).isEmpty()))
                .toList();
        List<Verdict<Client>> verdicts = right.stream().map(this::matching).toList();
        return verdicts.stream()
                .filter(Verdict::passed)
                .findFirst()
                .or(() -> verdicts.stream().findFirst())
                .orElseGet(() -> invalidClient(
                        INVALID_CLIENT_BASIC_ID_OTHER,
                        "The Basic credentials belong to "
                                + OAuthError.quoted(readings.iterator().next().id()) + ", but client_id is "
                                + OAuthError.quoted(named.orElse(""))));
    }

    /** Checks Basic credentials. A public client may send them with an empty secret. */
    private Verdict<Client> matching(BasicCredentials credentials) {
        return credentials.secret().isEmpty()
                ? enabled(credentials.id()).then(client -> client.isPublic() ? open(client) : unproven(client, false))
                : enabled(credentials.id()).then(client -> secret(client, BASIC, credentials.secret()));
    }

    private Verdict<Client> byForm(ClientRequest call) {
        Optional<String> named = call.parameter("client_id");
        if (named.isEmpty()) {
            return invalidClient(INVALID_CLIENT_NOT_NAMED, "The request names no client and has no credentials");
        }
        boolean signs = call.parameter("client_assertion_type").isPresent();
        return call.parameter("client_secret")
                .map(secret -> enabled(named.get()).then(client -> secret(client, POST, secret)))
                .orElseGet(() -> enabled(named.get())
                        .then(client -> client.isPublic() && !signs ? open(client) : unproven(client, signs)));
    }

    /** The client with this id, unless it is unknown or disabled. */
    private Verdict<Client> enabled(String id) {
        return context.client(id)
                .map(AuthenticateClient::enabled)
                .orElseGet(() -> invalidClient(INVALID_CLIENT_UNKNOWN, context.noClient(id)));
    }

    static Verdict<Client> enabled(Client client) {
        return client.disabled()
                ? invalidClient(INVALID_CLIENT_DISABLED, "The client " + client.id() + " is disabled")
                : Verdict.pass(client, client.toString());
    }

    private static Verdict<Client> open(Client client) {
        return registered(client, NONE, "sent no secret");
    }

    private static Verdict<Client> secret(Client client, String method, String secret) {
        if (client.isPublic()) {
            return invalidClient(
                    INVALID_CLIENT_SECRET_OF_PUBLIC, "The client " + client.id() + " is public, but sent a secret");
        }
        String way = "sent its secret " + (method.equals(BASIC) ? "by Basic" : "in the form");
        return registered(client, method, way)
                .then(known -> same(Objects.requireNonNullElse(known.secret(), ""), secret)
                        ? Verdict.pass(known, known.toString())
                        : invalidClient(
                                INVALID_CLIENT_SECRET_WRONG, "The secret of client " + client.id() + " is wrong"));
    }

    static Verdict<Client> registered(Client client, String method, String way) {
        return client.mayAuthenticateBy(method)
                ? Verdict.pass(client, client.toString())
                : invalidClient(
                        INVALID_CLIENT_METHOD_NOT_REGISTERED,
                        "The client " + client.id() + " " + way + " (" + method + "), but is registered for "
                                + String.join(", ", client.authMethods()));
    }

    private static Verdict<Client> unproven(Client client, boolean signs) {
        String registered = ", but is registered for " + String.join(", ", client.authMethods());
        return signs || client.secret() == null
                ? invalidClient(
                        INVALID_CLIENT_ASSERTION_MISSING,
                        "The client " + client.id() + " sent no client_assertion" + registered)
                : invalidClient(
                        INVALID_CLIENT_SECRET_MISSING, "The client " + client.id() + " sent no secret" + registered);
    }

    private static boolean same(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }
}
