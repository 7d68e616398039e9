package dev.sandbank.internal.vendor.apiture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Puts what a request says of a transfer where it is kept: members left out stay, null takes one out (RFC 7396). */
final class TransferContent {

    private static final List<String> OF_SCHEDULE =
            List.of("frequency", "scheduledOn", "recurrenceType", "endsOn", "count", "amountLimit");
    private static final List<String> OF_SERIES = List.of("first", "occurrence");

    private TransferContent() {}

    static void write(JsonNode content, ObjectNode document) {
        merge(content, document, List.of("amount", "memo"));
        account(content, document, "sourceAccount");
        account(content, document, "targetAccount");
        JsonNode schedule = content.path("schedule");
        merge(schedule, document.withObject("/schedule"), OF_SCHEDULE);
        if (schedule.has("scheduledOn") || schedule.has("frequency")) {
            document.remove(OF_SERIES);
        }
    }

    private static void account(JsonNode content, ObjectNode document, String side) {
        JsonNode id = content.path(side).path("id");
        if (id.isTextual()) {
            document.set(side, id);
        }
    }

    private static void merge(JsonNode content, ObjectNode document, List<String> names) {
        for (String name : names) {
            if (content.path(name).isNull()) {
                document.remove(name);
            } else if (content.has(name)) {
                document.set(name, content.path(name));
            }
        }
    }
}
