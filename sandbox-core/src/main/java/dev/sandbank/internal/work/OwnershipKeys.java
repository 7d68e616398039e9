package dev.sandbank.internal.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Visibility.Through;
import org.jspecify.annotations.Nullable;

/** What an entry is found by besides its id: its owner, and the entry of another collection that it belongs to. */
public record OwnershipKeys(Dialect dialect) {

    /** No id is longer. */
    private static final int LONGEST = 200;

    public @Nullable String owner(String collection, ObjectNode document) {
        return text(document, dialect.collection(collection).owner());
    }

    public @Nullable String parent(String collection, ObjectNode document) {
        Through through = dialect.collection(collection).through();
        return through == null ? null : text(document, through.member());
    }

    private static @Nullable String text(ObjectNode document, @Nullable String member) {
        JsonNode value = member == null ? document : document.path(member);
        String text = value.isTextual() ? value.textValue() : "";
        return text.isEmpty() || text.length() > LONGEST ? null : text;
    }
}
