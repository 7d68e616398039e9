package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a fixture need not tell about a transaction: the bank always does, and to the millisecond. */
final class TransactionDefaults {

    private static final List<String> MOMENTS = List.of("quotedAt", "completedAt");

    private TransactionDefaults() {}

    /** The transaction with all that the bank tells; nothing if that is what it is. */
    static Optional<ObjectNode> whole(Entry transaction) {
        ObjectNode document = transaction.document();
        ObjectNode before = document.deepCopy();
        String status = document.path("status").asText();
        if (!document.has("quotedAt")) {
            document.put("quotedAt", transaction.createdAt().toString());
        }
        if (status.equals("completed") && !document.has("completedAt")) {
            document.put("completedAt", transaction.updatedAt().toString());
        }
        reason(document, status);
        MOMENTS.stream().filter(document::has).forEach(moment -> exact(document, moment));
        return document.equals(before) ? Optional.empty() : Optional.of(document);
    }

    private static void reason(ObjectNode document, String status) {
        if (status.equals("failed") || status.equals("on-hold")) {
            String usual = status.equals("failed") ? "unspecified-error" : "pending-requests-for-information";
            ObjectNode details = document.withObject("/statusDetails");
            details.put("reason", details.path("reason").asText(usual));
        } else {
            document.remove("statusDetails");
        }
    }

    private static void exact(ObjectNode document, String moment) {
        Instant at = Instant.parse(document.path(moment).asText());
        document.put(moment, Timestamps.text(at));
    }
}
