package dev.sandbank.internal.vendor.uphold;

import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.work.Duty;
import dev.sandbank.internal.work.Tools;
import java.time.Instant;

/** A quote that has expired is gone; one of a fixture need not expire. */
record Expiry(Tools tools) implements Duty {

    @Override
    public void fallDue(Entry quote, Instant at) {
        if (!quote.document().has("expiresAt")) {
            return;
        }
        Instant expiry = Instant.parse(quote.document().path("expiresAt").asText());
        if (expiry.isAfter(at)) {
            tools.store().alarms().set(Quotes.QUOTES, quote.id(), expiry);
        } else {
            tools.store().entries().delete(Quotes.QUOTES, quote.id());
        }
    }
}
