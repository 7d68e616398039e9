package dev.sandbank.internal.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.Audience;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.User;
import dev.sandbank.internal.model.oauth.UserStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The present clients and users of an environment. */
public final class Directory {

    public static final String CLIENTS = "clients";
    public static final String USERS = "users";

    private final Entries entries;

    public Directory(Store store) {
        this(store.entries());
    }

    public Directory(Entries entries) {
        this.entries = entries;
    }

    public Optional<Client> client(String id) {
        return entries.find(CLIENTS, id).map(Directory::client);
    }

    public List<Client> clients() {
        return entries.all(CLIENTS).stream().map(Directory::client).toList();
    }

    public Optional<User> user(String id) {
        return entries.find(USERS, id).map(Directory::user);
    }

    private static Client client(Entry entry) {
        ObjectNode document = entry.document();
        return new Client(
                entry.id(),
                text(document, "secret"),
                Scopes.of(texts(document, "scopes")),
                texts(document, "grants"),
                texts(document, "authMethods"),
                text(document, "user"),
                document.path("claims"),
                registration(document, entry.id()),
                document.path("disabled").asBoolean());
    }

    private static Client.Registration registration(ObjectNode document, String id) {
        return new Client.Registration(
                document.path("name").asText(id),
                texts(document, "redirectUris"),
                texts(document, "postLogoutRedirectUris"),
                logout(document),
                document.path("idTokenAlg").asText("RS256"),
                text(document, "userinfoAlg"),
                text(document, "accessTokenAlg"),
                text(document, "accessTokenFormat"),
                Audience.of(document.path("audience")),
                encryption(document),
                document.has("jwks") ? document.path("jwks").toString() : null);
    }

    private static Client.@Nullable BackChannelLogout logout(ObjectNode document) {
        String uri = text(document, "backchannelLogoutUri");
        boolean isSessionRequired =
                document.path("backchannelLogoutSessionRequired").asBoolean();
        return uri == null ? null : new Client.BackChannelLogout(uri, isSessionRequired);
    }

    private static Map<Client.Encrypted, Client.Encryption> encryption(ObjectNode document) {
        Map<Client.Encrypted, Client.Encryption> all = new EnumMap<>(Client.Encrypted.class);
        for (Client.Encrypted what : Client.Encrypted.values()) {
            JsonNode said = document.path(what.member());
            if (said.isObject()) {
                String enc = said.path("enc").asText(Client.Encryption.USUAL);
                all.put(what, new Client.Encryption(said.path("alg").asText(), enc));
            }
        }
        return all;
    }

    private static User user(Entry entry) {
        String status = entry.document().path("status").asText(UserStatus.ACTIVE.word());
        return new User(entry.id(), entry.document().path("type").asText(), new UserStatus(status));
    }

    private static @Nullable String text(ObjectNode document, String member) {
        JsonNode value = document.path(member);
        return value.isTextual() ? value.textValue() : null;
    }

    private static List<String> texts(ObjectNode document, String member) {
        List<String> all = new ArrayList<>();
        document.path(member).forEach(value -> all.add(value.asText()));
        return all;
    }
}
