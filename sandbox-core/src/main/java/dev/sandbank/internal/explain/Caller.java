package dev.sandbank.internal.explain;

import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The caller of a call: a client, by itself or for a user.
 *
 * @param client the client
 * @param user the user that it calls for, or null
 * @param way how the bank learns the user
 * @param scopes the scopes of its token
 * @param name the name of the user or client for people; may be empty
 */
public record Caller(Client client, @Nullable User user, Way way, Scopes scopes, String name) {

    /** How a bank learns for whom a call is made. */
    public enum Way {
        /** The client calls for itself. */
        ITSELF("by itself"),
        /** The client's own token, and a header that names the user. */
        NAMED("which names the user in the call"),
        /** The client's own token, which stands for the one user that it is bound to. */
        BOUND("which is bound to the user"),
        /** A token that the client got when the user signed in. */
        SIGNED_IN("to which the user signed in");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    /** Returns {@code user ada} or {@code client ledger-reader}. */
    public String label() {
        return (user == null ? "client " : "user ") + id();
    }

    public String id() {
        return user == null ? client.id() : user.id();
    }

    public Optional<String> userId() {
        return Optional.ofNullable(user).map(User::id);
    }

    /** Describes how the caller calls, such as {@code through client payouts, whose call names the user}. */
    public String through() {
        return user == null ? way.words : "through client " + client.id() + ", " + way.words;
    }

    /** Returns what sets it apart from others; empty for nothing. */
    public String state() {
        if (client.disabled()) {
            return "client disabled, its tokens are revoked";
        }
        return user == null || user.status().isActive() ? "" : user.status().word();
    }

    /** Returns the user of the token itself, or null. */
    public @Nullable String tokenUser() {
        boolean own = way == Way.ITSELF || way == Way.NAMED;
        return own || user == null ? client.boundUser() : user.id();
    }

    Caller holding(Scopes fewer) {
        return new Caller(client, user, way, fewer, name);
    }
}
