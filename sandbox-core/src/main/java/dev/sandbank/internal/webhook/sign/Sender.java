package dev.sandbank.internal.webhook.sign;

import dev.sandbank.internal.oidc.sign.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bank has to prove to one receiver that messages are its own.
 *
 * @param secrets the secrets that both know, the newest first; empty if the bank signs with a key or not at all
 * @param keys the sandbox's own keys
 * @param credentials the receiver's own credentials, or null if it gave none
 */
public record Sender(
        List<String> secrets, SigningKeys keys, @Nullable Credentials credentials) {

    public Sender {
        secrets = List.copyOf(secrets);
    }

    /** What a receiver gave the bank, so that its messages carry it. */
    public sealed interface Credentials {

        /** Returns the field {@code Authorization}. */
        String authorization();
    }

    /** A user name and a password (RFC 7617). */
    public record Basic(String username, String password) implements Credentials {

        @Override
        public String authorization() {
            byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(pair);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Basic " + username;
        }
    }

    /**
     * A token of the receiver's token server (RFC 6750).
     *
     * @param expired an earlier one that has expired, or null if none is known
     */
    public record Bearer(String token, @Nullable String expired) implements Credentials {

        @Override
        public String authorization() {
            return "Bearer " + token;
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "Bearer";
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return secrets.size() + " secrets, " + credentials;
    }
}
