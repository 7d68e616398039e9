package dev.sandbank.internal.vendor.apiture.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Converts an address between the bank's form and that of OpenID Connect (Core §5.1.1). */
public final class PostalAddress {

    private static final String UNITED_STATES = "US";
    private static final int LONGEST_LINE = 35;

    private PostalAddress() {}

    /** Returns the address of a user, if the claim has enough members for one. */
    public static @Nullable ObjectNode of(Entry user) {
        JsonNode claim = user.document().at("/claims/address");
        boolean whole = Stream.of("street_address", "locality", "region", "postal_code", "country")
                .allMatch(member -> claim.path(member).isTextual());
        if (!whole) {
            return null;
        }
        String[] lines = claim.path("street_address").asText().split("\n", 2);
        String country = claim.path("country").asText();
        ObjectNode address = JsonNodeFactory.instance.objectNode();
        address.put("address1", line(lines[0]));
        if (lines.length > 1) {
            address.put("address2", line(lines[1]));
        }
        address.set("locality", claim.path("locality"));
        address.set(country.equals(UNITED_STATES) ? "regionCode" : "regionName", claim.path("region"));
        address.set("postalCode", claim.path("postal_code"));
        return address.put("countryCode", country);
    }

    private static String line(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_LINE));
    }

    static ObjectNode claim(JsonNode address) {
        ObjectNode claim = JsonNodeFactory.instance.objectNode();
        String second = address.path("address2").asText();
        claim.put("street_address", address.path("address1").asText() + (second.isEmpty() ? "" : "\n" + second));
        claim.set("locality", address.path("locality"));
        claim.set("region", address.path(address.has("regionCode") ? "regionCode" : "regionName"));
        claim.set("postal_code", address.path("postalCode"));
        claim.set("country", address.path("countryCode"));
        return claim;
    }
}
