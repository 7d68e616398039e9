package dev.sandbank.internal.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a collection: an account, a user, a transaction.
 *
 * @param collection the collection it is in
 * @param id its id, unique in the collection
 * @param owner the id of the user who owns it, or null
 * @param document its members as the fixture or a call gave them; a copy of its own
 * @param createdAt when it came to be
 * @param updatedAt when it last changed
 */
public record Entry(
        String collection,
        String id,
        @Nullable String owner,
        ObjectNode document,
        Instant createdAt,
        Instant updatedAt) {

    public boolean ownedBy(String user) {
        return user.equals(owner);
    }
}
