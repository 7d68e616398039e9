package dev.sandbank.internal.vendor.uphold.reference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import java.time.Instant;

/** Creates entries for things that exist in the world but not in the fixture. */
final class MadeUp {

    private MadeUp() {}

    static Entry entry(String collection, String id) {
        return entry(collection, id, JsonNodeFactory.instance.objectNode());
    }

    static Entry entry(String collection, String id, ObjectNode members) {
        return new Entry(collection, id, null, members.put("id", id), Instant.EPOCH, Instant.EPOCH);
    }
}
