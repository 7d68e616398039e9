package dev.sandbank.internal.vendor.uphold.kyc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.time.TimeLimits;
import dev.sandbank.internal.work.OperationContext;
import java.time.Duration;
import java.time.Instant;

/** When the bank begins to check something about a user, and when it is done. */
record Runs(OperationContext context) {

    /** Returns since when it is as it is. */
    Instant since(Entry user, JsonNode told) {
        if (told.has(Kyc.SINCE)) {
            return Instant.parse(told.path(Kyc.SINCE).asText());
        }
        Instant start = context.store().started();
        return user.updatedAt().isAfter(start) ? user.updatedAt() : start;
    }

    /** Returns when it is done, if it runs. */
    Instant due(Entry user, JsonNode told) {
        JsonNode after = told.at("/then/after");
        Duration delay = after.isTextual()
                ? Duration.parse(after.asText())
                : context.settings().duration("kycDelay");
        return TimeLimits.later(since(user, told), delay);
    }
}
