package dev.sandbank.internal.fault;

import java.util.Set;

/**
 * Which calls a fault strikes.
 *
 * @param names operations and endpoints of the token server; empty for all
 * @param clients clients; empty for all
 */
public record Aim(Set<String> names, Set<String> clients) {

    public static final Aim EVERYTHING = new Aim(Set.of(), Set.of());

    public Aim {
        names = Set.copyOf(names);
        clients = Set.copyOf(clients);
    }

    boolean meets(Addressee call) {
        return (names.isEmpty() || names.contains(call.name()))
                && (clients.isEmpty() || clients.contains(call.client()));
    }
}
