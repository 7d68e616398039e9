package dev.sandbank.internal.vendor.uphold.asset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Call;
import java.math.BigDecimal;

/**
 * The amount to move, and to which end it applies.
 *
 * @param asset the asset of the amount
 * @param text the amount as in the call
 * @param ofOrigin whether the amount must leave the origin; otherwise it must arrive at the destination
 */
public record Denomination(Asset asset, String text, boolean ofOrigin) {

    public static Denomination of(Call call, Assets assets) {
        return of(call.input().body().path("denomination"), assets);
    }

    public static Denomination of(JsonNode said, Assets assets) {
        return new Denomination(
                assets.get(said.path("asset").asText()),
                said.path("amount").asText(),
                !said.path("target").asText().equals("destination"));
    }

    public BigDecimal amount() {
        return new BigDecimal(text);
    }

    public String target() {
        return ofOrigin ? "origin" : "destination";
    }
}
