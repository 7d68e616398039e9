package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.fixture.openapi.Inventory;
import dev.sandbank.internal.fixture.openapi.Inventory.Item;
import dev.sandbank.internal.fixture.tree.JsonLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds security that Sandbank does not have, such as mutual TLS. What is left is never open to everybody: where nothing
 * usable is left, an access token is needed.
 */
final class UnusableSecurity {

    private UnusableSecurity() {}

    /** Returns the parts to leave out, each with the scheme that it names. */
    static Map<JsonLocation, String> in(Inventory inventory) {
        Map<JsonLocation, String> parts = new LinkedHashMap<>();
        add(parts, inventory.root().at("security"), inventory.security());
        for (Item item : inventory.operations()) {
            add(parts, item.place().at("security"), inventory.security());
        }
        return parts;
    }

    private static void add(Map<JsonLocation, String> parts, JsonLocation security, JsonNode usable) {
        List<JsonLocation> ways = security.elements();
        List<JsonLocation> hopeless = ways.stream()
                .filter(way -> !way.names().isEmpty() && way.names().stream().noneMatch(usable::has))
                .toList();
        if (!hopeless.isEmpty() && hopeless.size() == ways.size()) {
            parts.put(security, String.join(", ", hopeless.get(0).names()));
            return;
        }
        for (JsonLocation way : ways) {
            if (hopeless.contains(way)) {
                parts.put(way, String.join(", ", way.names()));
            } else {
                way.names().stream().filter(name -> !usable.has(name)).forEach(name -> parts.put(way.at(name), name));
            }
        }
    }
}
