package dev.sandbank.internal.vendor.uphold.deadline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import java.time.Instant;
import java.util.Optional;

/** The moments at which the clock changes one kind of thing about a user. */
public interface Deadlines {

    /** Returns the next moment that has not been passed; empty if there is none. */
    Optional<Instant> next(Entry user);

    /** Writes into a user's document that the next moment has been passed. */
    void pass(Entry user, ObjectNode document);
}
