package dev.sandbank.internal.vendor.uphold.external;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.work.ScheduledTask;
import java.time.Instant;
import java.util.List;

/** Changes linked cards as time passes: their issuer answers, and one day they expire. */
public final class IssuerAnswers implements ScheduledTask {

    private final Store store;

    public IssuerAnswers(Store store) {
        this.store = store;
    }

    @Override
    public void run(Entry account, Instant at) {
        ObjectNode document = account.document();
        if (document.has("settlesAt")) {
            Instant due = Instant.parse(document.path("settlesAt").asText());
            if (due.isAfter(Instant.ofEpochMilli(at.toEpochMilli()))) {
                store.alarms().set(ExternalAccounts.COLLECTION, account.id(), due);
                return;
            }
            answered(document);
            keep(account, document, at);
        }
        expire(account, document, at);
    }

    private static void answered(ObjectNode document) {
        JsonNode plan = document.path("plan");
        String status = plan.path("status").asText("ok");
        document.put("status", status);
        if (status.equals("ok")) {
            String support = plan.path("octSupport").asText("supported");
            document.withObject("/details").put("octSupport", support);
            List<String> features = support.equals("supported") ? List.of("deposit", "withdraw") : List.of("deposit");
            features.forEach(document.putArray("features")::add);
        } else {
            document.putObject("statusDetails")
                    .put("reason", plan.path("reason").asText());
        }
        document.remove(List.of("settlesAt", "plan"));
    }

    private void expire(Entry account, ObjectNode document, Instant at) {
        JsonNode expiry = document.at("/details/expiryDate");
        if (expiry.isMissingNode() || !document.path("status").asText("ok").equals("ok")) {
            return;
        }
        Instant end = Cards.end(expiry);
        if (end.isAfter(at)) {
            store.alarms().set(ExternalAccounts.COLLECTION, account.id(), end);
            return;
        }
        document.put("status", "expired").putArray("features");
        document.putObject("statusDetails").put("reason", "card-expired");
        keep(account, document, at);
    }

    private void keep(Entry account, ObjectNode document, Instant at) {
        store.entries().at(at).replace(ExternalAccounts.COLLECTION, account.id(), document);
    }
}
