package dev.sandbank.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.ResourceRule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a collection: an account, a user, a transaction.
 *
 * @param collection the collection it is in
 * @param id its id, unique in the collection
 * @param owner the id of the user who owns it, or null; several ids stand between and around line feeds (see {@link
 * #shared})
 * @param document its members as the fixture or a call gave them; a copy of its own
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 */
public record Entry(
        String collection,
        String id,
        @Nullable String owner,
        ObjectNode document,
        Instant createdAt,
        Instant updatedAt) {

    /** How many users may own an entry together. */
    public static final int MOST_OWNERS = 100;

    private static final String SEPARATOR = "\n";

    /** Encodes several owners as one text. */
    public static String shared(List<String> users) {
        return SEPARATOR + String.join(SEPARATOR, users) + SEPARATOR;
    }

    /** Returns the id by which calls name it under a rule; empty if they cannot. */
    public String idFor(ResourceRule rule) {
        JsonNode named = rule.by() == null ? null : Facts.at(document, rule.by());
        return rule.by() == null ? id : named == null ? "" : named.asText();
    }

    /** Returns the same entry with other members. */
    public Entry with(ObjectNode members) {
        return new Entry(collection, id, owner, members, createdAt, updatedAt);
    }

    public boolean isShared() {
        return owner != null && owner.startsWith(SEPARATOR);
    }

    public boolean ownedBy(String user) {
        return owner != null && (owner.equals(user) || owner.contains(SEPARATOR + user + SEPARATOR));
    }
}
