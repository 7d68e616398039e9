package dev.sandbank.internal.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.Scopes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The present credentials of clients at the API besides issued tokens: keys, fixed tokens and secrets.
 *
 * @param entries contains the clients
 * @param now the time
 */
public record ApiCredentials(Entries entries, Supplier<Instant> now) {

    /** Returns the grant behind a key: the client with its scopes, for the user that it is bound to. */
    public Optional<Grant> ofKey(String key) {
        return clients().stream()
                .filter(client -> texts(client.document().path("apiKeys")).contains(key))
                .findFirst()
                .map(client -> grant(client, user(client.document())));
    }

    public Optional<Grant> ofPair(String id, String secret) {
        return entries.find(Directory.CLIENTS, id)
                .filter(client -> client.document().path("secret").asText("").equals(secret) && !secret.isEmpty())
                .map(client -> grant(client, user(client.document())));
    }

    /** Returns the grant behind a fixed token, which may be for a user of its own. */
    Optional<Grant> ofToken(String token) {
        for (Entry client : clients()) {
            for (JsonNode fixed : client.document().path("tokens")) {
                if (fixed.path("token").asText(fixed.asText()).equals(token)) {
                    String own = user(fixed);
                    return Optional.of(grant(client, own == null ? user(client.document()) : own));
                }
            }
        }
        return Optional.empty();
    }

    private List<Entry> clients() {
        return entries.all(Directory.CLIENTS);
    }

    private Grant grant(Entry client, @Nullable String user) {
        Scopes scopes = Scopes.of(texts(client.document().path("scopes")));
        boolean disabled = client.document().path("disabled").asBoolean();
        return Grant.lasting(client.id(), user, scopes, now.get(), disabled);
    }

    private static @Nullable String user(JsonNode holder) {
        return holder.path("user").isTextual() ? holder.path("user").textValue() : null;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
