package dev.sandbank.internal.vendor.uphold.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.vendor.uphold.asset.RateTable;
import dev.sandbank.internal.vendor.uphold.asset.Rates;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rates of an asset in others, now and over time. */
final class RateList {

    private static final String DENOMINATION = "denomination";

    private final Rates rates;
    private final AssetList assets;
    private final Supplier<Instant> now;

    RateList(OperationContext context, AssetList assets) {
        this.rates = new Rates(context.store());
        this.assets = assets;
        this.now = context.now();
    }

    /** Returns what is wrong with the first requested asset that is unknown or has no rate. */
    @Nullable
    Finding unquotable(Call call) {
        RateTable table = rates.now();
        String asset = asset(call);
        return call.input().texts(DENOMINATION).stream()
                .filter(code ->
                        assets.find(code).isEmpty() || table.rate(asset, code).isEmpty())
                .findFirst()
                .map(code -> new Finding("There is no rate between " + asset + " and " + code, Map.of()))
                .orElse(null);
    }

    private static String asset(Call call) {
        return call.input().get("asset").asText();
    }

    /** Returns an entry for each requested asset, or for each other asset that has a rate. */
    List<Entry> of(Call call) {
        RateTable table = rates.now();
        String asset = asset(call);
        List<String> asked = call.input().has(DENOMINATION)
                ? call.input().texts(DENOMINATION)
                : assets.all().stream()
                        .map(Entry::id)
                        .filter(code -> !code.equals(asset))
                        .toList();
        return asked.stream()
                .flatMap(
                        code -> table.rate(asset, code).stream().map(rate -> MadeUp.entry("rates", code, rate.shown())))
                .toList();
    }

    /** Whether there is a rate of an asset in the one that a call asks for. */
    boolean isQuotable(Call call) {
        return rates.now()
                .rate(asset(call), call.input().get(DENOMINATION).asText())
                .isPresent();
    }

    /** Returns the points of an interval, by the asset's code; the last one is the present rate of quotes. */
    ObjectNode history(Call call) {
        List<Instant> moments = grid(call.input().get("interval").asText()).upTo(now.get());
        List<RateTable> tables = new ArrayList<>(rates.at(moments));
        tables.set(tables.size() - 1, rates.now());
        ObjectNode history = JsonNodeFactory.instance.objectNode();
        ArrayNode points = history.putArray(asset(call));
        for (int i = 0; i < moments.size(); i++) {
            ObjectNode point = points.addObject().put("timestamp", Timestamps.text(moments.get(i)));
            tables.get(i)
                    .rate(asset(call), call.input().get(DENOMINATION).asText())
                    .ifPresent(rate -> point.set("rate", rate.shown()));
        }
        return history;
    }

    private static Grid grid(String interval) {
        return switch (interval) {
            case "one-hour" -> new Grid(13, ChronoUnit.MINUTES, 5);
            case "one-week" -> new Grid(29, ChronoUnit.HOURS, 6);
            case "one-month" -> new Grid(31, ChronoUnit.DAYS, 1);
            case "one-year" -> new Grid(53, ChronoUnit.WEEKS, 1);
            case "five-years" -> new Grid(61, ChronoUnit.MONTHS, 1);
            default -> new Grid(25, ChronoUnit.HOURS, 1);
        };
    }

    /** The number of points of an interval, and the distance between them. */
    private record Grid(int points, ChronoUnit unit, int step) {

        List<Instant> upTo(Instant last) {
            List<Instant> moments = new ArrayList<>();
            for (int back = points - 1; back >= 0; back--) {
                moments.add(last.atOffset(ZoneOffset.UTC)
                        .minus((long) step * back, unit)
                        .toInstant());
            }
            return moments;
        }
    }
}
