package dev.sandbank.internal.vendor.uphold.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one of an asset is in another.
 *
 * @param mid what quotes use
 * @param bid what is paid for it, or null if that is not told
 * @param ask what it costs, or null if that is not told
 */
public record Rate(Ratio mid, @Nullable Ratio bid, @Nullable Ratio ask) {

    static Rate one() {
        return new Rate(Ratio.one(), null, null);
    }

    /** As a fixture writes it: a price, or several. */
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

    /** The other way around, where who sold buys. */
    Rate inverse() {
        return new Rate(mid.inverse(), ask == null ? null : ask.inverse(), bid == null ? null : bid.inverse());
    }

    Rate times(Rate other) {
        return new Rate(mid.times(other.mid), product(bid, other.bid), product(ask, other.ask));
    }

    private static @Nullable Ratio product(@Nullable Ratio one, @Nullable Ratio other) {
        return one == null || other == null ? null : one.times(other);
    }

    /** As the bank shows it. */
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
