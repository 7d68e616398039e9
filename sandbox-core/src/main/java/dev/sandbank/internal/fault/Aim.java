package dev.sandbank.internal.fault;

import java.util.Set;
import java.util.TreeSet;

/**
 * The calls that a fault affects.
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

    /** Describes these calls in words. */
    String told() {
        return told(", to ", names) + told(", by ", clients);
    }

    private static String told(String before, Set<String> all) {
        return all.isEmpty() ? "" : before + String.join(" or ", new TreeSet<>(all));
    }

    boolean meets(Addressee call) {
        return (names.isEmpty() || names.contains(call.name()))
                && (clients.isEmpty() || clients.contains(call.client()));
    }
}
