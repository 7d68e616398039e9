package dev.sandbank.internal.vendor.uphold;

import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.ScheduledTask;
import java.time.Instant;

/** A quote that has expired is gone; one of a fixture need not expire. */
record Expiry(OperationContext context) implements ScheduledTask {

    @Override
    public void run(Entry quote, Instant at) {
        if (!quote.document().has("expiresAt")) {
            return;
        }
        Instant expiry = Instant.parse(quote.document().path("expiresAt").asText());
        if (expiry.isAfter(at)) {
            context.store().alarms().set(Quotes.QUOTES, quote.id(), expiry);
        } else {
            context.store().entries().delete(Quotes.QUOTES, quote.id());
        }
    }
}
