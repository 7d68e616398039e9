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

/** The properties of a card by its number: a fixture describes some numbers, all others have the defaults. */
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
     * @param known what the fixture says about it
     * @param home the country of the user who links it
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

        /** Returns the status after the issuer's answer. */
        String becomes() {
            return known.at("/becomes/status").asText("ok");
        }

        /** Returns how long the issuer's answer takes. */
        Duration after(Duration usually) {
            return known.at("/becomes/after").isMissingNode()
                    ? usually
                    : Duration.parse(known.at("/becomes/after").asText());
        }

        /** Returns the issuer's answer, stored until it takes effect. */
        ObjectNode plan() {
            ObjectNode plan = JsonNodeFactory.instance.objectNode().put("status", becomes());
            plan.put("octSupport", known.path("octSupport").asText("supported"));
            if (!becomes().equals("ok")) {
                plan.put("reason", known.at("/becomes/reason").asText("unspecified-error"));
            }
            return plan;
        }

        /** Returns a fingerprint that identifies the card later, because its number is not stored. */
        String fingerprint() {
            return Hash.hex(number);
        }
    }

    /** Returns the card of a call; null if it links none. */
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

    /** Returns when a card with this date expires: at the end of the month. */
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
