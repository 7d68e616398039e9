package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.fixture.openapi.Inventory;
import dev.sandbank.internal.fixture.openapi.Inventory.Item;
import dev.sandbank.internal.fixture.tree.JsonLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds security that Sandbank does not have, such as mutual TLS, and alternatives that need nothing. What is left is
 * never open to everybody by accident: where nothing usable is left, an access token is needed. Only an operation that
 * says {@code security: []} stays open.
 */
final class UnusableSecurity {

    private UnusableSecurity() {}

    /**
     * A part to leave out.
     *
     * @param schemes the security schemes that it names; empty if it lets callers do without any
     */
    record Part(JsonLocation place, String schemes) {

        Topic topic() {
            return schemes.isEmpty() ? Topic.OPTIONAL : Topic.SECURITY;
        }

        String told() {
            return Places.of(place) + (schemes.isEmpty() ? "" : ": " + schemes);
        }
    }

    static List<Part> in(Inventory inventory) {
        List<Part> parts = new ArrayList<>();
        JsonLocation common = inventory.root().at("security");
        if (common.value().isArray() && common.elements().isEmpty()) {
            parts.add(new Part(common, ""));
        }
        add(parts, common, inventory.security());
        for (Item item : inventory.operations()) {
            add(parts, item.place().at("security"), inventory.security());
        }
        return parts;
    }

    private static void add(List<Part> parts, JsonLocation security, JsonNode usable) {
        List<JsonLocation> ways = security.elements();
        List<JsonLocation> hopeless = ways.stream()
                .filter(way -> way.names().stream().noneMatch(usable::has))
                .toList();
        if (!hopeless.isEmpty() && hopeless.size() == ways.size()) {
            String schemes = hopeless.stream()
                    .flatMap(way -> way.names().stream())
                    .distinct()
                    .collect(Collectors.joining(", "));
            parts.add(new Part(security, schemes));
            return;
        }
        for (JsonLocation way : ways) {
            if (hopeless.contains(way)) {
                parts.add(new Part(way, String.join(", ", way.names())));
            } else {
                way.names().stream()
                        .filter(name -> !usable.has(name))
                        .forEach(name -> parts.add(new Part(way.at(name), name)));
            }
        }
    }
}
