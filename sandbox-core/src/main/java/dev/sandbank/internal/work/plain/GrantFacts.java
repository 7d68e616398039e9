package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.time.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a call's token: {@code client}, {@code scopes}, {@code issuedAt}, {@code signedInAt}, {@code consent}.
 */
record GrantFacts(Store store, Grant grant) implements Facts {

    @Override
    public @Nullable Object get(String name) {
        return switch (name) {
            case "client" -> grant.client();
            case "scopes" -> scopes();
            case "consent" -> grant.consent();
            case "issuedAt" -> Timestamps.text(grant.issuedAt());
            case "signedInAt" ->
                Optional.ofNullable(grant.signIn())
                        .flatMap(store.signIns()::find)
                        .map(signIn -> signIn.login().at())
                        .or(this::arrangedSignIn)
                        .map(Timestamps::text)
                        .orElse(null);
            default -> null;
        };
    }

    private JsonNode scopes() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        grant.scopes().names().forEach(list::add);
        return list;
    }

    /**
     * Returns the sign-in time of a token that a test arranged for a user, as if the user had just signed in; empty
     * for a client bound to a user.
     */
    private Optional<Instant> arrangedSignIn() {
        return grant.forUser()
                .filter(user -> new Directory(store)
                        .client(grant.client())
                        .flatMap(Client::user)
                        .filter(user::equals)
                        .isEmpty())
                .map(user -> grant.issuedAt());
    }
}
