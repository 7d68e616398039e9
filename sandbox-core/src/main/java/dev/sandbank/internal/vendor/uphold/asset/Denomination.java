package dev.sandbank.internal.vendor.uphold.asset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Call;
import java.math.BigDecimal;

/**
 * How much is to be moved, and what that is said of.
 *
 * @param asset what the amount is in
 * @param text the amount as the call says it
 * @param ofOrigin whether so much is to leave; otherwise, so much is to arrive
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
