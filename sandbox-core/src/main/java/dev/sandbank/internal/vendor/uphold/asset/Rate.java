package dev.sandbank.internal.vendor.uphold.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The price of one unit of an asset in another.
 *
 * @param mid the price that quotes use
 * @param bid the price that a seller gets, or null if it is unknown
 * @param ask the price that a buyer pays, or null if it is unknown
 */
public record Rate(Ratio mid, @Nullable Ratio bid, @Nullable Ratio ask) {

    static Rate one() {
        return new Rate(Ratio.one(), null, null);
    }

    /** Reads a fixture's rate: one price, or several. */
    static Rate of(JsonNode said) {
        return new Rate(
                price(said.isObject() ? said.path("mid") : said),
                optional(said.path("bid")),
                optional(said.path("ask")));
    }

    private static Ratio price(JsonNode said) {
        return new Ratio(new BigDecimal(said.asText()), BigDecimal.ONE);
    }

    private static @Nullable Ratio optional(JsonNode said) {
        return said.isMissingNode() ? null : price(said);
    }

    /** Returns the inverse rate, in which the prices of buyers and sellers change places. */
    Rate inverse() {
        return new Rate(mid.inverse(), ask == null ? null : ask.inverse(), bid == null ? null : bid.inverse());
    }

    Rate times(Rate other) {
        return new Rate(mid.times(other.mid), product(bid, other.bid), product(ask, other.ask));
    }

    private static @Nullable Ratio product(@Nullable Ratio one, @Nullable Ratio other) {
        return one == null || other == null ? null : one.times(other);
    }

    /** Returns the rate as the bank shows it. */
    public ObjectNode shown() {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("mid", mid.text());
        if (bid != null) {
            shown.put("bid", bid.text());
        }
        if (ask != null) {
            shown.put("ask", ask.text());
        }
        return shown;
    }
}
