package dev.sandbank.internal.oidc;

import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Scopes;
import dev.sandbank.internal.model.SignIn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client's direct request (token, introspection, revocation) on its way through the gates, and what they found out. */
final class TokenRequest {

    private final Request request;
    private final Fields form;
    private final @Nullable Client client;
    private final @Nullable SignIn signIn;
    private final Scopes scopes;

    private TokenRequest(
            Request request, Fields form, @Nullable Client client, @Nullable SignIn signIn, Scopes scopes) {
        this.request = request;
        this.form = form;
        this.client = client;
        this.signIn = signIn;
        this.scopes = scopes;
    }

    static TokenRequest of(Request request) {
        return new TokenRequest(request, Fields.parameters(), null, null, Scopes.NONE);
    }

    TokenRequest with(Fields read) {
        return new TokenRequest(request, read, client, signIn, scopes);
    }

    TokenRequest from(Client authenticated) {
        return new TokenRequest(request, form, authenticated, signIn, scopes);
    }

    /** What was granted at the sign-in, as far as the client may still have it. */
    TokenRequest after(SignIn found) {
        return new TokenRequest(request, form, client, found, found.scopes().and(client().scopes()));
    }

    TokenRequest granted(Scopes granted) {
        return new TokenRequest(request, form, client, signIn, granted);
    }

    Request request() {
        return request;
    }

    /** A form parameter; one without a value counts as not sent (RFC 6749 §3.2). */
    Optional<String> parameter(String name) {
        return form.first(name).filter(value -> !value.isEmpty());
    }

    Client client() {
        return required(client, "client");
    }

    Optional<Client> knownClient() {
        return Optional.ofNullable(client);
    }

    SignIn signIn() {
        return required(signIn, "sign-in");
    }

    Optional<SignIn> knownSignIn() {
        return Optional.ofNullable(signIn);
    }

    Scopes scopes() {
        return scopes;
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("asked for the " + what + " before its gate");
        }
        return value;
    }
}
