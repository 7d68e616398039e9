package dev.sandbank.internal.vendor.uphold.kyc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.work.OperationContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The state of a user in each process.
 *
 * <p>The entry contains what was last submitted or decided; what follows from the clock and from other processes is
 * computed on request.
 *
 * @param user the user
 * @param context has the clock
 * @param asTold whether the clock counts for each process only up to the moment that its member {@code reached} says,
 *     as webhooks have told it, instead of now
 */
record Kyc(Entry user, OperationContext context, boolean asTold) {

    static final String MEMBER = "kyc";
    static final String STATUS = "status";
    static final String SINCE = "since";
    static final String INPUT = "input";
    static final String OUTPUT = "output";
    static final String REACHED = "reached";

    private static final List<String> DONE = List.of("ok", "exempt");

    /** Returns the present state. */
    static Kyc now(Entry user, OperationContext context) {
        return new Kyc(user, context, false);
    }

    /** Returns the state that webhooks have told. */
    static Kyc told(Entry user, OperationContext context) {
        return new Kyc(user, context, true);
    }

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
        Instant now = moment(state);
        String status = state.path(STATUS).asText(process.usual());
        state.put(STATUS, status);
        if (status.equals("running") && !due(state).isAfter(now)) {
            settle(state);
        }
        if (state.path(STATUS).asText().equals("ok")
                && expiry(process, state).filter(end -> !end.isAfter(now)).isPresent()) {
            state.put(STATUS, "pending");
        }
        return state;
    }

    private Instant moment(ObjectNode state) {
        if (!asTold) {
            return context.now().get();
        }
        return state.has(REACHED) ? Instant.parse(state.path(REACHED).asText()) : Instant.MIN;
    }

    private static Optional<Instant> expiry(KycProcess process, ObjectNode state) {
        JsonNode expiry = state.at("/output/expiresAt");
        return process.expires() && expiry.isTextual()
                ? Optional.of(OffsetDateTime.parse(expiry.asText()).toInstant())
                : Optional.empty();
    }

    /** Returns when the clock changes the status of a process next; empty if it does not. */
    Optional<Instant> next(KycProcess process) {
        ObjectNode state = state(process);
        return switch (state.path(STATUS).asText()) {
            case "running" -> Optional.of(due(state));
            case "ok" -> expiry(process, state);
            default -> Optional.empty();
        };
    }

    private Instant due(ObjectNode state) {
        return new Runs(context).due(user, state);
    }

    private Instant since(ObjectNode state) {
        return new Runs(context).since(user, state);
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
