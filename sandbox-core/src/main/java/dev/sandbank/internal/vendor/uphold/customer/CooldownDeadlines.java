package dev.sandbank.internal.vendor.uphold.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.vendor.uphold.deadline.Deadlines;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The ends of users' cool-downs. */
public final class CooldownDeadlines implements Deadlines {

    private static final String ENDED = "ended";

    @Override
    public Optional<Instant> next(Entry user) {
        return running(user.document()).map(Cooldowns::end).min(Comparator.naturalOrder());
    }

    @Override
    public void pass(Entry user, ObjectNode document) {
        running(document)
                .min(Comparator.comparing(Cooldowns::end))
                .ifPresent(cooldown -> ((ObjectNode) cooldown).put(ENDED, true));
    }

    /** Returns those whose end has not been told. */
    private static Stream<JsonNode> running(ObjectNode user) {
        return user.path(Cooldowns.MEMBER)
                .valueStream()
                .filter(cooldown -> !cooldown.path(ENDED).asBoolean());
    }

    /** Returns the same by what identifies them, so that one with another end is no other. */
    static ObjectNode byName(Entry user) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        running(user.document()).forEach(cooldown -> {
            ObjectNode told = cooldown.deepCopy();
            all.set(name(cooldown), told.put(Cooldowns.ENDS_AT, Timestamps.text(Cooldowns.end(cooldown))));
        });
        return all;
    }

    private static String name(JsonNode cooldown) {
        return cooldown.path("rule").asText() + cooldown.path("assets") + cooldown.path(Cooldowns.FEATURES);
    }
}
