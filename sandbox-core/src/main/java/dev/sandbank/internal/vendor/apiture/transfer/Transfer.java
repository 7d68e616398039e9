package dev.sandbank.internal.vendor.apiture.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.vendor.apiture.account.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A stored transfer.
 *
 * <p>Besides the members that callers see, its document has {@code user}, who makes it, and in a series {@code first},
 * the first date, and {@code occurrence}, the number of earlier ones. One that failed has {@code failure}.
 *
 * @param id its id
 * @param document its members; accounts are ids
 */
public record Transfer(String id, ObjectNode document) {

    public static final String COLLECTION = "transfers";
    public static final String UNSCHEDULED = "unscheduled";
    public static final String PENDING_APPROVAL = "pendingApproval";
    public static final String SCHEDULED = "scheduled";
    public static final String PROCESSING = "processing";
    public static final String PROCESSED = "processed";
    public static final String FAILED = "failed";

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 16;

    public static String newId(Ids ids) {
        return "xfer-" + ids.text(ALPHABET, ID_LENGTH);
    }

    public static Transfer of(Entry entry) {
        return new Transfer(entry.id(), entry.document());
    }

    public String source() {
        return document.path("sourceAccount").asText();
    }

    public String target() {
        return document.path("targetAccount").asText();
    }

    public BigDecimal amount() {
        return Money.of(document.path("amount"));
    }

    /** Returns the user who makes it; empty if a client without a user does. */
    public Optional<String> user() {
        return text(document.path("user"));
    }

    /** Returns when it was made; empty if it was not. */
    public Optional<Instant> processedAt() {
        return text(document.path("processedAt")).map(Instant::parse);
    }

    /** Returns the state; if the fixture leaves it out, it follows from whether there is a date. */
    public String state() {
        return text(document.path("state")).orElseGet(this::stateByDate);
    }

    /** Returns the state in which it waits: for an approval if it needs one, for its day, or for a date. */
    public String stateByDate() {
        if (document.path("state").asText().equals(PENDING_APPROVAL)) {
            return PENDING_APPROVAL;
        }
        return scheduledOn().isPresent() ? SCHEDULED : UNSCHEDULED;
    }

    /** Whether it has reached its final state. */
    public boolean isFinished() {
        return state().equals(PROCESSED) || state().equals(FAILED);
    }

    public Transfer become(String state) {
        document.put("state", state);
        return this;
    }

    /**
     * Lets it fail.
     *
     * @param reason why, as its event says it
     */
    public Transfer fail(String reason) {
        document.put("failure", reason);
        return become(FAILED);
    }

    public ObjectNode schedule() {
        return document.withObject("/schedule");
    }

    public Frequency frequency() {
        return Frequency.named(schedule().path("frequency").asText("once"));
    }

    /** Whether a caller must set the amount each time. */
    public boolean varies() {
        return schedule().path("recurrenceType").asText().equals("variable");
    }

    public Optional<LocalDate> scheduledOn() {
        return date("scheduledOn");
    }

    /** Returns the first date of a series. */
    public Optional<LocalDate> first() {
        return text(document.path("first")).map(LocalDate::parse).or(this::scheduledOn);
    }

    /** Returns a date of the schedule. */
    public Optional<LocalDate> date(String member) {
        return text(schedule().path(member)).map(LocalDate::parse);
    }

    /** Returns a member of the schedule, if it is there. */
    public Optional<JsonNode> says(String member) {
        return Optional.of(schedule().path(member)).filter(value -> !value.isMissingNode() && !value.isNull());
    }

    private static Optional<String> text(JsonNode value) {
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }
}
