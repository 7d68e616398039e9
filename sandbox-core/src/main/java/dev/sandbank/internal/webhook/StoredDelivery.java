package dev.sandbank.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far the delivery of an event to an endpoint is.
 *
 * @param state its state
 * @param attempts how many attempts were made
 * @param nextAt when the next attempt is due, or null if none is
 * @param lastStatus the status of the last reply; 0 if there was none
 * @param lastAt when the last attempt ended, or null if there was none
 * @param firstAt when the first attempt ended, or null if there was none
 */
public record StoredDelivery(
        State state,
        int attempts,
        @Nullable Instant nextAt,
        int lastStatus,
        @Nullable Instant lastAt,
        @Nullable Instant firstAt) {

    /** What became of a delivery. */
    public enum State {
        PENDING,
        RETRYING,
        DELIVERED,
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static StoredDelivery pending(Instant at) {
        return new StoredDelivery(State.PENDING, 0, at, 0, null, null);
    }

    static StoredDelivery of(JsonNode told) {
        return new StoredDelivery(
                State.valueOf(told.path("state").asText("pending").toUpperCase(Locale.ROOT)),
                told.path("attempts").asInt(),
                instant(told.path("nextAt")),
                told.path("lastStatus").asInt(),
                instant(told.path("lastAt")),
                instant(told.path("firstAt")));
    }

    private static @Nullable Instant instant(JsonNode text) {
        return text.isTextual() ? Instant.parse(text.textValue()) : null;
    }

    ObjectNode document() {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("state", state.word()).put("attempts", attempts);
        if (nextAt != null) {
            told.put("nextAt", nextAt.toString());
        }
        if (lastStatus > 0) {
            told.put("lastStatus", lastStatus);
        }
        if (lastAt != null) {
            told.put("lastAt", lastAt.toString());
        }
        if (firstAt != null) {
            told.put("firstAt", firstAt.toString());
        }
        return told;
    }

    /**
     * Returns what a further attempt makes of it.
     *
     * @param next when the next attempt is due, or null if none is
     * @param status the status of the reply; 0 if there was none
     */
    StoredDelivery attempted(State now, @Nullable Instant next, int status, Instant at) {
        return new StoredDelivery(now, attempts + 1, next, status, at, firstAt == null ? at : firstAt);
    }

    /** Returns the same with its next attempt at a moment. */
    StoredDelivery dueAt(Instant moment) {
        return new StoredDelivery(state, attempts, moment, lastStatus, lastAt, firstAt);
    }

    /** Whether it was delivered or given up. */
    boolean isOver() {
        return state == State.DELIVERED || state == State.FAILED;
    }

    /** Whether an attempt is due at a moment. */
    boolean isDue(Instant moment) {
        return nextAt != null && !nextAt.isAfter(moment);
    }
}
