package dev.sandbank.internal.oidc.client;

import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.oauth.Audience;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.SignIn;
import dev.sandbank.internal.text.Fields;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client's direct request (token, introspection, revocation) with what the gates have found out so far.
 *
 * @param request the request as it arrived
 * @param form its parameters, once they are read
 * @param sender the client that authenticated, or null before its gate
 * @param signedIn the sign-in that the grant is based on, or null if there is none
 * @param scopes the granted scopes
 * @param audience the audience of tokens, or empty for the bank's own API
 */
public record ClientRequest(
        Request request,
        Fields form,
        @Nullable Client sender,
        @Nullable SignIn signedIn,
        Scopes scopes,
        Audience audience) {

    public static ClientRequest of(Request request) {
        return new ClientRequest(request, Fields.parameters(), null, null, Scopes.NONE, Audience.NONE);
    }

    public ClientRequest with(Fields read) {
        return new ClientRequest(request, read, sender, signedIn, scopes, audience);
    }

    public ClientRequest from(Client authenticated) {
        return new ClientRequest(request, form, authenticated, signedIn, scopes, audience);
    }

    /** Takes over what the user granted at the sign-in, as far as the client may still have it. */
    public ClientRequest after(SignIn found) {
        return new ClientRequest(request, form, sender, found, found.scopes().and(client().scopes()), audience);
    }

    public ClientRequest granted(Scopes allowed) {
        return new ClientRequest(request, form, sender, signedIn, allowed, audience);
    }

    public ClientRequest addressing(Audience wanted) {
        return new ClientRequest(request, form, sender, signedIn, scopes, wanted);
    }

    /** A form parameter; one without a value counts as not sent (RFC 6749 §3.2). */
    public Optional<String> parameter(String name) {
        return form.first(name).filter(value -> !value.isEmpty());
    }

    /** The client that the request names. Nothing of it is verified. */
    Optional<String> claimedClient() {
        return claimedClients().findFirst();
    }

    /** The clients that the request may name, one for each reading of it. */
    public Stream<String> claimedClients() {
        return Stream.concat(BasicCredentials.clientIds(request), parameter("client_id").stream());
    }

    public Client client() {
        return required(sender, "client");
    }

    public SignIn signIn() {
        return required(signedIn, "sign-in");
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("asked for the " + what + " before its gate");
        }
        return value;
    }
}
