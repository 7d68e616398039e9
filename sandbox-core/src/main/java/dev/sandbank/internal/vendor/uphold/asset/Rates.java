package dev.sandbank.internal.vendor.uphold.asset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The present and past rates of a fixture. */
public final class Rates {

    private final Store store;

    public Rates(Store store) {
        this.store = store;
    }

    /** Returns the present price of one asset in another, if there is one. */
    public Optional<Ratio> price(Asset of, Asset in) {
        return of.code().equals(in.code())
                ? Optional.of(Ratio.one())
                : now().rate(of.code(), in.code()).map(Rate::mid);
    }

    /** Returns the rates that quotes use now. */
    public RateTable now() {
        Map<String, Rate> known = new HashMap<>();
        store.entries().all("rates").forEach(entry -> known.put(entry.id(), Rate.of(value(entry))));
        return new RateTable(known);
    }

    private static JsonNode value(Entry rate) {
        return rate.document().path("value");
    }

    /** Returns the rates at some moments; a rate that did not exist yet is left out. */
    public List<RateTable> at(List<Instant> moments) {
        return tables(moments, NavigableMap::floorEntry);
    }

    /** Returns the rates at a moment; a rate that did not exist yet has its first value. */
    public RateTable atOrFirst(Instant moment) {
        return tables(
                        List.of(moment),
                        (history, at) ->
                                Optional.ofNullable(history.floorEntry(at)).orElseGet(history::firstEntry))
                .get(0);
    }

    /** Returns the rates at some moments; a rate without a history has always been the same. */
    private List<RateTable> tables(
            List<Instant> moments,
            BiFunction<NavigableMap<Instant, Rate>, Instant, Map.@Nullable Entry<Instant, Rate>> choose) {
        Map<String, NavigableMap<Instant, Rate>> histories = new HashMap<>();
        store.entries().all("rates").forEach(entry -> histories.put(entry.id(), history(value(entry))));
        List<RateTable> tables = new ArrayList<>();
        for (Instant moment : moments) {
            Map<String, Rate> known = new HashMap<>();
            histories.forEach((pair, history) -> Optional.ofNullable(choose.apply(history, moment))
                    .ifPresent(last -> known.put(pair, last.getValue())));
            tables.add(new RateTable(known));
        }
        return tables;
    }

    private static NavigableMap<Instant, Rate> history(JsonNode value) {
        NavigableMap<Instant, Rate> history = new TreeMap<>();
        if (value.path("history").isEmpty()) {
            history.put(Instant.MIN, Rate.of(value));
        }
        value.path("history")
                .forEach(point -> history.put(Instant.parse(point.path("at").asText()), Rate.of(point)));
        return history;
    }
}
