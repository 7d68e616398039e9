package dev.sandbank.internal.oidc.client;

import dev.sandbank.internal.gate.Gate;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which client asks? By the one method it uses, and only if it is registered for it (RFC 6749 §2.3).
 *
 * <p>Every failure reads the same, so that nobody learns which part was wrong; secrets are compared in constant time.
 */
final class AuthenticateClient implements Gate<ClientRequest> {

    private static final String FAILED = "Client authentication failed";

    private final OidcContext context;
    private final ClientAssertion assertion;

    AuthenticateClient(OidcContext context) {
        this.context = context;
        this.assertion = new ClientAssertion(context);
    }

    @Override
    public Verdict<ClientRequest> examine(ClientRequest call) {
        List<String> fields = call.request().headers().all("Authorization");
        if (ways(call, fields) > 1) {
            return OAuthError.invalidRequest("The client authenticates in two ways at once");
        }
        return client(call, fields)
                .filter(known -> !known.disabled())
                .map(known -> Verdict.pass(call.from(known), known.toString()))
                .orElseGet(() -> OAuthError.invalidClient(FAILED));
    }

    private static long ways(ClientRequest call, List<String> fields) {
        return Stream.of(
                        !fields.isEmpty(),
                        call.parameter("client_secret").isPresent(),
                        call.parameter("client_assertion").isPresent())
                .filter(used -> used)
                .count();
    }

    private Optional<Client> client(ClientRequest call, List<String> fields) {
        if (call.parameter("client_assertion").isPresent()) {
            return assertion.client(call);
        }
        return fields.isEmpty() ? byForm(call) : byBasic(call, fields);
    }

    private Optional<Client> byBasic(ClientRequest call, List<String> fields) {
        Set<BasicCredentials> readings = BasicCredentials.readings(fields);
        Optional<String> named = call.parameter("client_id");
        return readings.stream()
                .filter(reading -> named.isEmpty() || named.get().equals(reading.id()))
                .flatMap(reading -> matching(reading).stream())
                .findFirst();
    }

    /** A public client may send Basic with an empty secret. */
    private Optional<Client> matching(BasicCredentials credentials) {
        return context.client(credentials.id())
                .filter(client -> client.secret() == null
                        ? client.isPublic() && credentials.secret().isEmpty() && client.mayAuthenticateBy("none")
                        : client.mayAuthenticateBy("client_secret_basic")
                                && same(client.secret(), credentials.secret()));
    }

    private Optional<Client> byForm(ClientRequest call) {
        Optional<Client> named = call.parameter("client_id").flatMap(context::client);
        Optional<String> secret = call.parameter("client_secret");
        return secret.isPresent()
                ? named.filter(client -> client.mayAuthenticateBy("client_secret_post")
                        && client.secret() != null
                        && same(client.secret(), secret.get()))
                : named.filter(client -> client.isPublic() && client.mayAuthenticateBy("none"));
    }

    private static boolean same(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }
}
