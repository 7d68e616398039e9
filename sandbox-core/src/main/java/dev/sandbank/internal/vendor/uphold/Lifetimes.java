package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Settings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long quotes live: as calls ask, within what the organization may. */
final class Lifetimes {

    private final Settings settings;

    Lifetimes(Settings settings) {
        this.settings = settings;
    }

    Optional<Refusal> against(Call call) {
        JsonNode asked = call.input().body().path("ttl");
        if (asked.isMissingNode()) {
            return Optional.empty();
        }
        if (!settings.flag("mayChooseQuoteLifetime")) {
            return Optional.of(UpholdRefusals.notPermitted(
                    "Changing the ttl is not allowed for your organization", List.of("permission-denied")));
        }
        BigDecimal ttl = asked.decimalValue();
        long least = settings.duration("shortestQuoteLifetime").toMillis();
        long most = settings.duration("longestQuoteLifetime").toMillis();
        if (ttl.compareTo(BigDecimal.valueOf(least)) < 0) {
            return Optional.of(refusal("greater", least));
        }
        return ttl.compareTo(BigDecimal.valueOf(most)) > 0 ? Optional.of(refusal("less", most)) : Optional.empty();
    }

    private static Refusal refusal(String direction, long limit) {
        return new Refusal.RuleBroken(
                "lifetime-invalid",
                "The number must be " + direction + " than or equal to " + limit,
                Map.of("rule", direction + "-than-or-equal-to-threshold", "threshold", limit));
    }

    Duration of(Call call) {
        JsonNode asked = call.input().body().path("ttl");
        return asked.isMissingNode()
                ? settings.duration("quoteLifetime")
                : Duration.ofMillis(asked.decimalValue().longValue());
    }
}
