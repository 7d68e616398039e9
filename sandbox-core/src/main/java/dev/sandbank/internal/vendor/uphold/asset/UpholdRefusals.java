package dev.sandbank.internal.vendor.uphold.asset;

import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Violation;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Refusals with the bank's phrases that only its Java uses. */
public final class UpholdRefusals {

    private UpholdRefusals() {}

    public static Refusal plain(String key, String detail) {
        return new Refusal.RuleBroken(key, detail, Map.of());
    }

    /** Returns a refusal about one member of the body. */
    public static Refusal about(String key, String detail, String property) {
        return new Refusal.RuleBroken(key, detail, Map.of("property", property));
    }

    public static Refusal notPermitted(String detail, List<String> reasons) {
        return new Refusal.RuleBroken("not-permitted", detail, Map.of("why", reasons));
    }

    public static Refusal node(String detail) {
        return plain("node-unfit", detail);
    }

    public static Refusal feature(String property, String feature) {
        String detail = "The feature " + feature + " is not available for the asset of the " + property;
        return new Refusal.RuleBroken("feature-missing", detail, Map.of("property", property, "feature", feature));
    }

    public static Refusal amount(String rule, String detail, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("rule", rule);
        return new Refusal.RuleBroken("amount-out-of-bounds", detail, all);
    }

    public static Refusal tooLittle(String detail) {
        return amount("minimum-limit-not-met", detail, Map.of());
    }

    /** Returns the refusal of an amount with too many decimals, such as a tenth of a cent. */
    public static Refusal indivisible(Asset asset) {
        BigDecimal least = asset.least();
        String detail = "denomination.amount must be a multiple of " + least.toPlainString() + " " + asset.code();
        Map<String, Object> params = Map.of("multipleOf", least.toPlainString());
        return new Refusal.InputInvalid(
                "body", List.of(new Violation("denomination.amount", "multipleOf", params, detail)));
    }
}
