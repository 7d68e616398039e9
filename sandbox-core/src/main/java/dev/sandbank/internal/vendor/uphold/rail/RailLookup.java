package dev.sandbank.internal.vendor.uphold.rail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Store;
import java.util.stream.Stream;

/**
 * The rails of a fixture: which asset moves over which network. If a fixture has no rails of a type, every one of that
 * type exists.
 */
public final class RailLookup {

    private static final String RAILS = "rails";

    private final Store store;

    public RailLookup(Store store) {
        this.store = store;
    }

    /** Whether the fixture has no rails of a type, so that every one is accepted. */
    public boolean isOpen(String type) {
        return store.entries().isEmpty(RAILS) || of(type).findAny().isEmpty();
    }

    public Stream<ObjectNode> find(String type, String network, String asset) {
        return of(type).filter(rail -> rail.path("network").asText().equals(network)
                && rail.path("asset").asText().equals(asset));
    }

    private Stream<ObjectNode> of(String type) {
        return store.entries().all(RAILS).stream()
                .map(Entry::document)
                .filter(rail -> rail.path("type").asText("crypto").equals(type));
    }

    /** Whether an object that lists its features has one; without the list it has all. */
    public static boolean hasFeature(ObjectNode of, String feature) {
        return !of.has("features")
                || of.path("features")
                        .valueStream()
                        .anyMatch(each -> each.asText().equals(feature));
    }
}
