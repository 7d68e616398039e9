package dev.sandbank.internal.control.api;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the control API.
 *
 * @param loopback whether only this machine can reach the sandbox
 * @param hosts the host names that callers may use besides those of loopback
 * @param secret the bearer token that callers must send, or null if calls from this machine need none
 * @param console whether people get the page for browsers, which may then use the API
 */
public record Access(
        boolean loopback, Set<String> hosts, @Nullable String secret, boolean console) {

    public Access {
        hosts = Set.copyOf(hosts);
        if (!loopback && secret == null) {
            throw new IllegalArgumentException("a sandbox that other machines can reach needs a control token");
        }
    }

    Optional<String> token() {
        return Optional.ofNullable(secret);
    }

    @Override
    public String toString() {
        return loopback ? "of this machine" : "of all";
    }
}
