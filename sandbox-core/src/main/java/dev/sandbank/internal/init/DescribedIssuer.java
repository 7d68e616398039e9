package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.fixture.openapi.DescribedReply;
import dev.sandbank.internal.fixture.openapi.Inventory;
import dev.sandbank.internal.fixture.openapi.Inventory.Item;
import dev.sandbank.internal.fixture.tree.JsonLocation;
import dev.sandbank.internal.init.sample.Shape;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a description has its token server.
 *
 * @param paths the paths that it names, by {@code tokenUrl}, {@code authorizationUrl} and {@code openIdConnectUrl}
 * @param places where it names them
 * @param operations operations in whose place the token server answers: anything else there would take every secret
 */
record DescribedIssuer(Map<String, String> paths, Map<String, JsonLocation> places, List<Item> operations) {

    static final String TOKEN = "tokenUrl";
    static final String AUTHORIZATION = "authorizationUrl";
    static final String DISCOVERY = "openIdConnectUrl";

    static DescribedIssuer of(Inventory inventory) {
        Map<String, String> paths = new LinkedHashMap<>();
        Map<String, JsonLocation> places = new LinkedHashMap<>();
        JsonLocation schemes = inventory.root().at("components").at("securitySchemes");
        for (String name : schemes.names()) {
            JsonLocation scheme = schemes.at(name);
            add(paths, places, inventory, DISCOVERY, scheme.at(DISCOVERY));
            for (String flow : scheme.at("flows").names()) {
                add(paths, places, inventory, TOKEN, scheme.at("flows").at(flow).at(TOKEN));
                add(
                        paths,
                        places,
                        inventory,
                        AUTHORIZATION,
                        scheme.at("flows").at(flow).at(AUTHORIZATION));
            }
        }
        List<Item> issuing = inventory.operations().stream()
                .filter(item -> issues(item, inventory))
                .toList();
        issuing.stream().findFirst().ifPresent(item -> {
            if (paths.putIfAbsent(TOKEN, inventory.base().equals("/") ? item.path() : inventory.base() + item.path())
                    == null) {
                places.put(TOKEN, item.place());
            }
        });
        if (paths.getOrDefault(AUTHORIZATION, "").equals(paths.get(TOKEN))) {
            paths.remove(AUTHORIZATION);
        }
        List<Item> operations = inventory.operations().stream()
                .filter(item -> issuing.contains(item) || paths.containsValue(full(inventory, item.path())))
                .toList();
        return new DescribedIssuer(paths, places, operations);
    }

    /** Keeps the first path of each kind. */
    private static void add(
            Map<String, String> paths,
            Map<String, JsonLocation> places,
            Inventory inventory,
            String kind,
            JsonLocation place) {
        String url = place.value().asText();
        if (!paths.containsKey(kind) && !url.isBlank()) {
            path(inventory, url).ifPresent(path -> {
                paths.put(kind, path);
                places.put(kind, place);
            });
        }
    }

    /** Resolves a URL against the server's; one that leads to an operation only below the base leads there. */
    private static Optional<String> path(Inventory inventory, String url) {
        try {
            String folder = inventory.base().endsWith("/") ? inventory.base() : inventory.base() + "/";
            String path = URI.create("https://bank.example" + folder)
                    .resolve(url.strip())
                    .getRawPath();
            String below = full(inventory, url);
            boolean leads = url.startsWith("/")
                    && inventory.operations().stream()
                            .anyMatch(item -> full(inventory, item.path()).equals(below));
            String found = leads ? below : path;
            return Optional.ofNullable(found)
                    .filter(each -> each.matches("(/[A-Za-z0-9._~-]+)+") && !each.startsWith("/_sandbank"));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String full(Inventory inventory, String path) {
        return inventory.base().equals("/") ? path : inventory.base() + path;
    }

    /** Whether an operation takes a grant type and returns an access token, as a token endpoint does. */
    private static boolean issues(Item item, Inventory inventory) {
        return item.method().equals("POST")
                && has(
                        Shape.of(
                                inventory.requests(),
                                item.request().path("body").path("schema")),
                        "grant_type")
                && item.replies().stream()
                        .filter(DescribedReply::isSuccess)
                        .map(DescribedReply::schema)
                        .filter(schema -> !schema.isMissingNode())
                        .anyMatch(schema -> returnsToken(inventory, schema));
    }

    private static boolean returnsToken(Inventory inventory, JsonNode schema) {
        return has(Shape.of(inventory.replies(), schema), "access_token");
    }

    private static boolean has(Shape shape, String member) {
        return shape.properties().containsKey(member);
    }

    Optional<String> path(String kind) {
        return Optional.ofNullable(paths.get(kind));
    }
}
