package dev.sandbank.internal.vendor.uphold.portfolio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.vendor.uphold.asset.Asset;
import dev.sandbank.internal.vendor.uphold.asset.Assets;
import dev.sandbank.internal.vendor.uphold.asset.RateTable;
import dev.sandbank.internal.vendor.uphold.asset.Rates;
import dev.sandbank.internal.vendor.uphold.asset.Ratio;
import dev.sandbank.internal.vendor.uphold.portfolio.AccountHistory.Balance;
import dev.sandbank.internal.work.OperationContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Converts amounts to the asset that a call asks for.
 *
 * @param assets the assets
 * @param in the asset to convert to
 * @param rates the rates over time
 */
record Worth(Assets assets, Asset in, Rates rates) {

    /** So many decimals that rounding later gives the exact result. */
    private static final int DECIMALS = 40;

    static Worth of(Call call, OperationContext context) {
        Assets assets = new Assets(context.store());
        String denomination = call.input().get("denomination").asText();
        return new Worth(assets, assets.get(denomination), new Rates(context.store()));
    }

    Optional<Ratio> price(String asset, RateTable table) {
        return table.price(assets.get(asset), in);
    }

    /** Returns the worth of an amount; the rules have checked that there is a rate. */
    BigDecimal of(BigDecimal amount, String asset, RateTable table) {
        return price(asset, table)
                .map(price -> price.of(amount, DECIMALS, RoundingMode.HALF_EVEN))
                .orElseThrow(() -> new IllegalStateException("no rate of " + asset + " in " + in.code()));
    }

    Balance of(Balance balance, String asset, RateTable table) {
        return new Balance(of(balance.total(), asset, table), of(balance.available(), asset, table));
    }

    ObjectNode shown(Balance worth) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("total", text(worth.total()))
                .put("available", text(worth.available()));
    }

    /** Returns a worth together with the amount in its own asset. */
    ObjectNode shown(Balance worth, Balance base, Asset asset) {
        return shown(worth)
                .put("baseTotal", text(base.total(), asset))
                .put("baseAvailable", text(base.available(), asset));
    }

    /** Rounds to as many decimals as the asset has. */
    BigDecimal rounded(BigDecimal worth) {
        return worth.setScale(in.decimals(), RoundingMode.HALF_EVEN);
    }

    String text(BigDecimal worth) {
        return text(rounded(worth), in);
    }

    /** Returns an amount in the bank's notation; zero is {@code 0}. */
    static String text(BigDecimal amount, Asset asset) {
        return amount.signum() == 0 ? "0" : asset.text(amount);
    }
}
