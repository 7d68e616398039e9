package dev.sandbank.internal.vendor.uphold.reference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.vendor.uphold.asset.Assets;
import dev.sandbank.internal.vendor.uphold.asset.RateTable;
import dev.sandbank.internal.vendor.uphold.asset.Rates;
import dev.sandbank.internal.vendor.uphold.asset.UpholdBalances;
import dev.sandbank.internal.vendor.uphold.customer.Cooldowns;
import dev.sandbank.internal.work.OperationContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The assets of a fixture; if it lists none, those of accounts and rates, and any that a call asks for. */
final class AssetList {

    private static final String COLLECTION = "assets";
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,10}");

    private final Entries entries;
    private final Assets assets;
    private final Rates rates;
    private final Cooldowns cooldowns;

    AssetList(OperationContext context) {
        this.entries = context.store().entries();
        this.assets = new Assets(context.store());
        this.rates = new Rates(context.store());
        this.cooldowns = new Cooldowns(context);
    }

    /** Returns the assets in the order that the call asks for. */
    List<Entry> sorted(Call call) {
        String[] sort = call.input().get("sort").asText().split(":", -1);
        boolean descending = sort[1].equals("desc");
        List<Entry> sorted = new ArrayList<>(all());
        sorted.sort(inOrder(Entry::id, descending));
        switch (sort[0]) {
            case "name" -> sorted.sort(inOrder(AssetList::name, descending));
            case "price" -> sorted.sort(byPrice(sorted, descending));
            default -> {}
        }
        return sorted;
    }

    private static String name(Entry asset) {
        return asset.document().path("name").asText(asset.id());
    }

    private static <T extends Comparable<T>> Comparator<Entry> inOrder(Function<Entry, T> key, boolean descending) {
        Comparator<Entry> upwards = Comparator.comparing(key);
        return descending ? upwards.reversed() : upwards;
    }

    /** Sorts by price in US dollars; assets without a price come last. */
    private Comparator<Entry> byPrice(List<Entry> all, boolean descending) {
        RateTable now = rates.now();
        Map<String, BigDecimal> prices = new HashMap<>();
        all.forEach(asset -> now.rate(asset.id(), "USD")
                .ifPresent(
                        rate -> prices.put(asset.id(), new BigDecimal(rate.mid().text()))));
        return Comparator.comparing((Entry asset) -> !prices.containsKey(asset.id()))
                .thenComparing(inOrder(asset -> prices.getOrDefault(asset.id(), BigDecimal.ZERO), descending));
    }

    List<Entry> all() {
        return entries.isEmpty(COLLECTION) ? mentioned() : entries.all(COLLECTION);
    }

    private List<Entry> mentioned() {
        Set<String> codes = new TreeSet<>(rates.now().codes());
        entries.all(UpholdBalances.ACCOUNTS)
                .forEach(account -> codes.add(account.document().path("asset").asText()));
        return codes.stream().map(code -> MadeUp.entry(COLLECTION, code)).toList();
    }

    List<Entry> ofPath(Call call) {
        return find(call.input().get("asset").asText()).stream().toList();
    }

    /** Returns the assets of the content that exist. */
    List<Entry> ofBody(Call call) {
        Set<String> codes = new LinkedHashSet<>();
        for (JsonNode code : call.input().body().path("codes")) {
            codes.add(code.asText());
        }
        return codes.stream().flatMap(code -> find(code).stream()).toList();
    }

    Optional<Entry> find(String code) {
        if (!entries.isEmpty(COLLECTION)) {
            return entries.find(COLLECTION, code);
        }
        return CODE.matcher(code).matches() ? Optional.of(MadeUp.entry(COLLECTION, code)) : Optional.empty();
    }

    String type(Call call, Entry asset) {
        return assets.get(asset.id()).fiat() ? "fiat" : "crypto";
    }

    int decimals(Call call, Entry asset) {
        return assets.get(asset.id()).decimals();
    }

    /** Returns what the caller can do with an asset now. */
    Set<String> features(Call call, Entry asset) {
        Set<String> features = new TreeSet<>(assets.get(asset.id()).features());
        features.removeAll(cooldowns.features(call.subject().id(), asset.id()));
        return features;
    }
}
