package dev.sandbank.internal.vendor.apiture.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Customers: the bank's view of its users, computed from their OpenID claims. */
public final class Customers {

    public static final String BUSINESSES = "businesses";

    private final Store store;

    public Customers(Store store) {
        this.store = store;
    }

    /** Returns the customer's id, which is not the user's. */
    public static String idOf(Entry user) {
        return user.document().path("customerId").asText("cust-" + user.id());
    }

    public Optional<Entry> find(String customerId) {
        return store.entries().all(Directory.USERS).stream()
                .filter(user -> idOf(user).equals(customerId))
                .findFirst();
    }

    /** Returns {@code commercial} for a customer who may act for a business. */
    public String type(Entry user) {
        return store.entries().linkedTo(BUSINESSES, user.id()).stream()
                        .anyMatch(business -> held(user, business).contains("actFor"))
                ? "commercial"
                : "retail";
    }

    public ArrayNode businesses(Entry user) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Entry business : store.entries().linkedTo(BUSINESSES, user.id())) {
            Set<String> held = held(user, business);
            all.addObject()
                    .put("id", business.id())
                    .put("label", business.document().path("label").asText())
                    .putObject("allows")
                    .put("view", held.contains("view"))
                    .put("actFor", held.contains("actFor"));
        }
        return all;
    }

    private Set<String> held(Entry user, Entry business) {
        return store.links().permissions(user.id(), BUSINESSES, business.id());
    }

    /** Returns what is wrong if another customer has the e-mail address. */
    public @Nullable Finding emailTaken(Call call) {
        String email = call.input().body().path("emailAddress").asText();
        boolean taken = !email.isEmpty()
                && store.entries().all(Directory.USERS).stream()
                        .filter(user -> !user.id().equals(call.subject().id()))
                        .anyMatch(user ->
                                user.document().at("/claims/email").asText().equalsIgnoreCase(email));
        return taken ? new Finding("Another customer has " + email, Map.of("property", "emailAddress")) : null;
    }

    /** Returns the user's claims after a call's changes: a changed claim counts as unverified, and null removes one. */
    public static ObjectNode changedClaims(Call call, Entry user) {
        ObjectNode claims = user.document().path("claims") instanceof ObjectNode known
                ? known.deepCopy()
                : JsonNodeFactory.instance.objectNode();
        JsonNode patch = call.input().body();
        set(claims, "nickname", patch.path("preferredName"));
        verified(claims, "email", patch.path("emailAddress"));
        verified(claims, "phone_number", patch.path("phoneNumber"));
        JsonNode address = patch.path("address");
        set(claims, "address", address.isObject() ? PostalAddress.claim(address) : address);
        return claims;
    }

    private static void verified(ObjectNode claims, String claim, JsonNode value) {
        boolean changes = !value.isMissingNode() && !value.equals(claims.path(claim));
        set(claims, claim, value);
        if (changes && value.isNull()) {
            claims.remove(claim + "_verified");
        } else if (changes) {
            claims.put(claim + "_verified", false);
        }
    }

    private static void set(ObjectNode claims, String claim, JsonNode value) {
        if (value.isNull()) {
            claims.remove(claim);
        } else if (!value.isMissingNode()) {
            claims.set(claim, value);
        }
    }
}
