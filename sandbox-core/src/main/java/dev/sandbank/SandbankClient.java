package dev.sandbank;

import dev.sandbank.internal.control.ClientControl;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One OAuth client of a sandbox, as it is now; changes take effect at once. */
public final class SandbankClient {

    private final ClientControl control;

    SandbankClient(ClientControl control) {
        this.control = control;
    }

    /** The {@code client_id}. */
    public String id() {
        return control.id();
    }

    /**
     * The {@code client_secret}.
     *
     * @throws IllegalStateException if it is a public client
     */
    public String secret() {
        String secret = control.known().secret();
        if (secret == null) {
            throw new IllegalStateException("client " + id() + " is public: it has no secret");
        }
        return secret;
    }

    /**
     * Changes its secret: the old one is refused at once, tokens it already has stay.
     *
     * @param secret 1 to 256 printable ASCII characters
     * @throws IllegalArgumentException if it is anything else
     * @throws IllegalStateException if it is a client without a secret
     */
    public void setSecret(String secret) {
        control.setSecret(secret);
    }

    /** The one user that its own tokens stand for. */
    public Optional<String> boundUser() {
        return control.known().user();
    }

    /** What it may be granted. */
    public Set<String> scopes() {
        return control.known().scopes().names();
    }

    /**
     * Changes what it may be granted from now on; tokens it already has keep their scopes.
     *
     * @throws IllegalArgumentException if the bank does not know a scope
     */
    public void setScopes(String... scopes) {
        control.setScopes(List.of(scopes));
    }

    /** Issues nothing to it any more, and revokes all its tokens. */
    public void disable() {
        control.disable();
    }

    /** Lets it have tokens again; those that were revoked stay revoked. */
    public void enable() {
        control.enable();
    }

    @Override
    public String toString() {
        return "client " + id();
    }
}
