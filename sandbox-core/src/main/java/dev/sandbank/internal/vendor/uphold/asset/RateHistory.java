package dev.sandbank.internal.vendor.uphold.asset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Store;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rates of a fixture over time: what quotes use now, and what its history says of before. */
public final class RateHistory {

    private final List<PairRate> all;

    public RateHistory(Store store) {
        this.all = store.entries().all("rates").stream().map(PairRate::of).toList();
    }

    /**
     * The rate of a pair.
     *
     * @param pair two assets, such as {@code BTC-EUR}
     * @param mid what it is now
     * @param history what it was, from these moments on; empty if it never changed
     */
    private record PairRate(String pair, BigDecimal mid, NavigableMap<Instant, BigDecimal> history) {

        static PairRate of(Entry rate) {
            JsonNode value = rate.document().path("value");
            NavigableMap<Instant, BigDecimal> history = new TreeMap<>();
            value.path("history")
                    .forEach(past -> history.put(Instant.parse(past.path("at").asText()), mid(past)));
            return new PairRate(rate.id(), mid(value), history);
        }

        private static BigDecimal mid(JsonNode value) {
            return new BigDecimal(value.isObject() ? value.path("mid").asText() : value.asText());
        }

        /** The last of its history; before all of that, the first. */
        BigDecimal at(Instant moment) {
            Map.Entry<Instant, BigDecimal> last = history.floorEntry(moment);
            return history.isEmpty() ? mid : (last == null ? history.firstEntry() : last).getValue();
        }
    }

    public RateTable now() {
        return table(PairRate::mid);
    }

    public RateTable at(Instant moment) {
        return table(rate -> rate.at(moment));
    }

    private RateTable table(Function<PairRate, BigDecimal> value) {
        return new RateTable(all.stream().collect(Collectors.toMap(PairRate::pair, value)));
    }
}
