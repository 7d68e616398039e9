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
 * A transfer as it is kept.
 *
 * <p>Besides what callers see, its document has {@code user}, who is to make it, and of a repeated one {@code first}, the
 * date that it began with, and {@code occurrence}, how many came before.
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

    /** Who is to make it; nobody if a client by itself is. */
    public Optional<String> user() {
        return text(document.path("user"));
    }

    /** When it was made, if it was. */
    public Optional<Instant> processedAt() {
        return text(document.path("processedAt")).map(Instant::parse);
    }

    /** The state; one that a fixture does not tell depends on whether there is a date. */
    public String state() {
        return text(document.path("state")).orElseGet(this::stateByDate);
    }

    /** The state in which it waits: for its approval if it must have one, for its day, or for a day to be told. */
    public String stateByDate() {
        if (document.path("state").asText().equals(PENDING_APPROVAL)) {
            return PENDING_APPROVAL;
        }
        return scheduledOn().isPresent() ? SCHEDULED : UNSCHEDULED;
    }

    /** Whether nothing will come of it any more. */
    public boolean isFinished() {
        return state().equals(PROCESSED) || state().equals(FAILED);
    }

    public Transfer become(String state) {
        document.put("state", state);
        return this;
    }

    public ObjectNode schedule() {
        return document.withObject("/schedule");
    }

    public Frequency frequency() {
        return Frequency.named(schedule().path("frequency").asText("once"));
    }

    /** Whether somebody is to tell the amount each time. */
    public boolean varies() {
        return schedule().path("recurrenceType").asText().equals("variable");
    }

    public Optional<LocalDate> scheduledOn() {
        return date("scheduledOn");
    }

    /** The date that a repeated one began with. */
    public Optional<LocalDate> first() {
        return text(document.path("first")).map(LocalDate::parse).or(this::scheduledOn);
    }

    /** A date of the schedule. */
    public Optional<LocalDate> date(String member) {
        return text(schedule().path(member)).map(LocalDate::parse);
    }

    /** What the schedule says, if it does. */
    public Optional<JsonNode> says(String member) {
        return Optional.of(schedule().path(member)).filter(value -> !value.isMissingNode() && !value.isNull());
    }

    private static Optional<String> text(JsonNode value) {
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }
}
