package dev.sandbank.internal.vendor.uphold.kyc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.time.TimeLimits;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.work.OperationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The present state of a user in each process.
 *
 * <p>The entry contains what was last submitted or decided; what follows from the clock and from other processes is
 * computed on request.
 */
record Kyc(Entry user, OperationContext context) {

    static final String MEMBER = "kyc";
    static final String STATUS = "status";
    static final String SINCE = "since";
    static final String INPUT = "input";
    static final String OUTPUT = "output";

    private static final List<String> DONE = List.of("ok", "exempt");

    /** Returns what the entry contains about a process. */
    JsonNode told(KycProcess process) {
        return user.document().path(MEMBER).path(process.member());
    }

    String model(KycProcess process) {
        return process.model(told(process));
    }

    String status(KycProcess process) {
        return state(process).path(STATUS).asText();
    }

    boolean isDone(KycProcess process) {
        return DONE.contains(status(process));
    }

    /** Returns what the entry contains about a process, with its present status and result. */
    ObjectNode state(KycProcess process) {
        ObjectNode state = copy(told(process));
        if (!state.has(STATUS) && process.isAutomatic(state)) {
            trigger(process, state);
        }
        return now(process, state);
    }

    static ObjectNode copy(JsonNode told) {
        return told.isObject() ? told.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    /** Starts an automatic process: it waits for its triggers, and runs once the last of them is ok. */
    private void trigger(KycProcess process, ObjectNode state) {
        List<String> named = process.triggers(state);
        List<KycProcess> triggers = (named.isEmpty() ? List.of("profile", "identity") : named)
                .stream().map(KycProcess::of).toList();
        if (!triggers.stream()
                .allMatch(each ->
                        DONE.contains(now(each, copy(told(each))).path(STATUS).asText()))) {
            state.put(STATUS, "pending");
            return;
        }
        triggers.stream()
                .flatMap(each -> changed(each).stream())
                .max(Comparator.naturalOrder())
                .ifPresent(last -> state.put(STATUS, "running").put(SINCE, Timestamps.text(last)));
    }

    /** Returns when a process got its present status; empty if it always had it. */
    private Optional<Instant> changed(KycProcess process) {
        ObjectNode told = copy(told(process));
        if (told.path(STATUS).asText().equals("running")) {
            return Optional.of(due(told));
        }
        boolean hasChanged = told.has(SINCE)
                || (told.has(STATUS) && user.updatedAt().isAfter(context.store().started()));
        return hasChanged ? Optional.of(since(told)) : Optional.empty();
    }

    private ObjectNode now(KycProcess process, ObjectNode state) {
        Instant now = context.now().get();
        String status = state.path(STATUS).asText(process.usual());
        state.put(STATUS, status);
        if (status.equals("running") && !due(state).isAfter(now)) {
            settle(state);
        }
        JsonNode expiry = state.at("/output/expiresAt");
        if (state.path(STATUS).asText().equals("ok")
                && process.expires()
                && expiry.isTextual()
                && !OffsetDateTime.parse(expiry.asText()).toInstant().isAfter(now)) {
            state.put(STATUS, "pending");
        }
        return state;
    }

    private Instant due(ObjectNode state) {
        JsonNode after = state.at("/then/after");
        Duration delay = after.isTextual()
                ? Duration.parse(after.asText())
                : context.settings().duration("kycDelay");
        return TimeLimits.later(since(state), delay);
    }

    private Instant since(ObjectNode state) {
        if (state.has(SINCE)) {
            return Instant.parse(state.path(SINCE).asText());
        }
        Instant start = context.store().started();
        return user.updatedAt().isAfter(start) ? user.updatedAt() : start;
    }

    private static void settle(ObjectNode state) {
        JsonNode then = state.path("then");
        state.put(STATUS, then.path(STATUS).asText("ok"));
        if (then.has(OUTPUT)) {
            state.set(OUTPUT, then.path(OUTPUT).deepCopy());
        }
        if (then.has("reason")) {
            state.withObject("/" + OUTPUT).set("reason", then.path("reason"));
        }
    }
}
