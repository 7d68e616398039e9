package dev.sandbank.internal.oidc;

import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Scopes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request to the token endpoint on its way through the gates, with what they have found out so far. */
final class TokenRequest {

    private final Request request;
    private final Fields form;
    private final @Nullable Client client;
    private final Scopes scopes;

    private TokenRequest(Request request, Fields form, @Nullable Client client, Scopes scopes) {
        this.request = request;
        this.form = form;
        this.client = client;
        this.scopes = scopes;
    }

    static TokenRequest of(Request request) {
        return new TokenRequest(request, Fields.parameters(), null, Scopes.NONE);
    }

    TokenRequest with(Fields read) {
        return new TokenRequest(request, read, client, scopes);
    }

    TokenRequest from(Client authenticated) {
        return new TokenRequest(request, form, authenticated, scopes);
    }

    TokenRequest granted(Scopes granted) {
        return new TokenRequest(request, form, client, granted);
    }

    Request request() {
        return request;
    }

    /** A form parameter; one without a value counts as not sent (RFC 6749 §3.2). */
    Optional<String> parameter(String name) {
        return form.first(name).filter(value -> !value.isEmpty());
    }

    Client client() {
        if (client == null) {
            throw new IllegalStateException("asked for the client before it was authenticated");
        }
        return client;
    }

    Optional<Client> knownClient() {
        return Optional.ofNullable(client);
    }

    Scopes scopes() {
        return scopes;
    }
}
