package dev.sandbank.internal.vendor.uphold.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Store;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The assets of a fixture, with defaults for the members that it leaves out. */
public final class Assets {

    private static final Map<String, Integer> COINS = Map.of(
            "BTC", 8, "ETH", 18, "XRP", 6, "XLM", 7, "SOL", 9, "ADA", 6, "LTC", 8, "DOGE", 8, "USDC", 6, "USDT", 6);
    private static final int OF_OTHER_COINS = 8;
    private static final int OF_OTHER_CURRENCIES = 2;
    private static final Set<String> EVERYTHING = Set.of("buy", "sell", "transfer", "withdraw", "deposit");

    private final Store store;

    public Assets(Store store) {
        this.store = store;
    }

    public Asset get(String code) {
        JsonNode said = store.entries()
                .find("assets", code)
                .map(Entry::document)
                .map(JsonNode.class::cast)
                .orElse(MissingNode.getInstance());
        boolean fiat = said.has("type") ? said.path("type").asText().equals("fiat") : !isCoin(code);
        int decimals = said.has("decimals") ? said.path("decimals").asInt() : usualDecimals(code, fiat);
        return new Asset(code, decimals, fiat, features(said.path("features")));
    }

    private static Set<String> features(JsonNode said) {
        if (said.isMissingNode()) {
            return EVERYTHING;
        }
        Set<String> features = new LinkedHashSet<>();
        said.forEach(feature -> features.add(feature.asText()));
        return features;
    }

    private static boolean isCoin(String code) {
        return COINS.containsKey(code) || currency(code).isEmpty();
    }

    private static int usualDecimals(String code, boolean fiat) {
        return fiat
                ? currency(code)
                        .map(Currency::getDefaultFractionDigits)
                        .filter(digits -> digits >= 0)
                        .orElse(OF_OTHER_CURRENCIES)
                : COINS.getOrDefault(code, OF_OTHER_COINS);
    }

    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(code))
                .findFirst();
    }
}
