package dev.sandbank.internal.oidc.client;

import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Scopes;
import dev.sandbank.internal.model.SignIn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client's direct request (token, introspection, revocation) on its way through the gates, and what they found out. */
public final class TokenRequest {

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

    public static TokenRequest of(Request request) {
        return new TokenRequest(request, Fields.parameters(), null, null, Scopes.NONE);
    }

    public TokenRequest with(Fields read) {
        return new TokenRequest(request, read, client, signIn, scopes);
    }

    public TokenRequest from(Client authenticated) {
        return new TokenRequest(request, form, authenticated, signIn, scopes);
    }

    /** What was granted at the sign-in, as far as the client may still have it. */
    public TokenRequest after(SignIn found) {
        return new TokenRequest(request, form, client, found, found.scopes().and(client().scopes()));
    }

    public TokenRequest granted(Scopes granted) {
        return new TokenRequest(request, form, client, signIn, granted);
    }

    public Request request() {
        return request;
    }

    /** A form parameter; one without a value counts as not sent (RFC 6749 §3.2). */
    public Optional<String> parameter(String name) {
        return form.first(name).filter(value -> !value.isEmpty());
    }

    public Client client() {
        return required(client, "client");
    }

    public Optional<Client> knownClient() {
        return Optional.ofNullable(client);
    }

    public SignIn signIn() {
        return required(signIn, "sign-in");
    }

    public Optional<SignIn> knownSignIn() {
        return Optional.ofNullable(signIn);
    }

    public Scopes scopes() {
        return scopes;
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("asked for the " + what + " before its gate");
        }
        return value;
    }
}
