package dev.sandbank.internal.vendor.uphold.external;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.vendor.uphold.rail.BankNumbers;
import dev.sandbank.internal.vendor.uphold.rail.RailLookup;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/** Default details of linked accounts, which are always the same for an account. */
final class ExternalAccounts {

    static final String COLLECTION = "externalAccounts";

    private static final Set<String> AMERICAN = Set.of("ach", "fednow", "rtp", "wire");
    private static final int YEARS_OF_A_CARD = 2;

    private final Store store;

    ExternalAccounts(Store store) {
        this.store = store;
    }

    /** Returns the details of a card, of an account at a bank, or of a payment method. */
    ObjectNode details(Entry account) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        return switch (account.document().path("type").asText()) {
            case "card" -> card(account, details);
            case "bank" -> bank(account, details);
            default -> details.put("identifier", owner(account).path("email").asText());
        };
    }

    private static ObjectNode card(Entry account, ObjectNode details) {
        OffsetDateTime expiry = account.createdAt().atOffset(ZoneOffset.UTC).plusYears(YEARS_OF_A_CARD);
        details.put("type", "debit").put("last4Digits", BankNumbers.digits(account.id(), 4));
        details.putObject("expiryDate").put("month", expiry.getMonthValue()).put("year", expiry.getYear());
        String support = RailLookup.hasFeature(account.document(), "withdraw") ? "supported" : "unsupported";
        return details.put("octSupport", support);
    }

    private ObjectNode bank(Entry account, ObjectNode details) {
        String id = account.id();
        String network = network(account.document());
        if (network.equals("fps")) {
            return details.put("sortCode", BankNumbers.digits(id + " sort", 6))
                    .put("accountNumber", BankNumbers.digits(id, 8));
        }
        if (!AMERICAN.contains(network)) {
            return details.put("bic", "SNDBLT2X").put("iban", BankNumbers.iban(id));
        }
        details.set("address", address(owner(account).path("address")));
        return details.put("routingNumber", BankNumbers.routingNumber(id))
                .put("accountNumber", BankNumbers.digits(id, 8))
                .put("accountType", "checking");
    }

    /** Returns the fixture's network, or the usual one for the asset. */
    private static String network(ObjectNode account) {
        return switch (account.path("asset").asText()) {
            case "USD" -> account.path("network").asText("ach");
            case "GBP" -> account.path("network").asText("fps");
            default -> account.path("network").asText("sepa");
        };
    }

    /** Returns the owner's address, if it is complete and in the United States. */
    private static JsonNode address(JsonNode home) {
        boolean known = home.path("country").asText().equals("US")
                && home.has("subdivision")
                && home.has("city")
                && home.has("line1")
                && home.has("postalCode");
        return known
                ? home
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("country", "US")
                        .put("subdivision", "US-OR")
                        .put("city", "Portland")
                        .put("line1", "1 Sandbox Street")
                        .put("postalCode", "97201");
    }

    private JsonNode owner(Entry account) {
        return store.entries()
                .find(Directory.USERS, String.valueOf(account.owner()))
                .map(Entry::document)
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }
}
