package dev.sandbank.internal.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Visibility.Through;
import dev.sandbank.internal.model.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The indexed keys of an entry beside its id: its owner, and the entry of another collection that it belongs to. */
public record OwnershipKeys(Dialect dialect) {

    /** The longest id. */
    private static final int LONGEST = 200;

    /** Returns the owner; an entry may have a list of owners. */
    public @Nullable String owner(String collection, ObjectNode document) {
        String member = dialect.collection(collection).owner();
        JsonNode owner = member == null ? document : document.path(member);
        if (!owner.isArray()) {
            return text(document, member);
        }
        List<String> users = new ArrayList<>();
        owner.forEach(each -> users.add(each.asText()));
        boolean whole = !users.isEmpty() && users.size() <= Entry.MOST_OWNERS;
        return whole && users.stream().allMatch(OwnershipKeys::isId) ? Entry.shared(users) : null;
    }

    public @Nullable String parent(String collection, ObjectNode document) {
        Through through = dialect.collection(collection).through();
        return through == null ? null : text(document, through.member());
    }

    private static @Nullable String text(ObjectNode document, @Nullable String member) {
        JsonNode value = member == null ? document : document.path(member);
        String text = value.isTextual() || value.isIntegralNumber() ? value.asText() : "";
        return isId(text) ? text : null;
    }

    private static boolean isId(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && !text.contains("\n");
    }
}
