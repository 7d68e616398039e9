package dev.sandbank.internal.vendor.uphold.external;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Hash;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What the card of a number is like, as a fixture says it of some numbers; of others all is usual. */
final class Cards {

    private static final String CARDS = "cards";

    private final Store store;

    Cards(Store store) {
        this.store = store;
    }

    /**
     * A card that a call links.
     *
     * @param number its number
     * @param known what the fixture says of it
     * @param home the country of who links it
     * @param usual the asset of that country
     */
    record Card(String number, ObjectNode known, String home, String usual) {

        String network() {
            return known.path("network").asText(number.startsWith("4") ? "visa" : "mastercard");
        }

        String type() {
            return known.path("type").asText("debit");
        }

        String asset() {
            return known.path("asset").asText(usual);
        }

        boolean isFromElsewhere() {
            return !known.path("country").asText(home).equals(home);
        }

        /** What the issuer comes to. */
        String becomes() {
            return known.at("/becomes/status").asText("ok");
        }

        /** How long that takes. */
        Duration after(Duration usually) {
            return known.at("/becomes/after").isMissingNode()
                    ? usually
                    : Duration.parse(known.at("/becomes/after").asText());
        }

        /** What becomes of it, as it is kept until then. */
        ObjectNode plan() {
            ObjectNode plan = JsonNodeFactory.instance.objectNode().put("status", becomes());
            plan.put("octSupport", known.path("octSupport").asText("supported"));
            if (!becomes().equals("ok")) {
                plan.put("reason", known.at("/becomes/reason").asText("unspecified-error"));
            }
            return plan;
        }

        /** By which the same card is known again, as its number is not kept. */
        String fingerprint() {
            return Hash.hex(number);
        }
    }

    /** The card of a call; null if it links none. */
    @Nullable
    Card of(Call call) {
        JsonNode number = call.input().body().path("number");
        if (!call.input().body().path("type").asText().equals("card")) {
            return null;
        }
        ObjectNode known = store.entries().all(CARDS).stream()
                .map(Entry::document)
                .filter(card -> card.path("number").equals(number))
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::objectNode);
        String home = store.entries()
                .find(Directory.USERS, call.subject().id())
                .map(user -> user.document().at("/address/country").asText())
                .orElse("");
        String usual = store.entries()
                .find("countries", home)
                .map(country -> country.document().path("asset").asText("USD"))
                .orElse("USD");
        return new Card(number.asText(), known, home, usual);
    }

    /** When a card of this date is no longer good: as its month is over. */
    static Instant end(JsonNode expiryDate) {
        return YearMonth.of(
                        expiryDate.path("year").asInt(),
                        expiryDate.path("month").asInt())
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }
}
