package dev.sandbank.internal.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.store.Tables;
import java.util.function.Consumer;

/** Edits what a store keeps of an entry. */
final class EntryDocuments {

    private EntryDocuments() {}

    static boolean edit(Tables tables, String collection, String id, Consumer<ObjectNode> edit) {
        return tables.entries()
                .find(collection, id)
                .map(entry -> {
                    edit.accept(entry.document());
                    return tables.entries().replace(collection, id, entry.document());
                })
                .orElse(false);
    }
}
