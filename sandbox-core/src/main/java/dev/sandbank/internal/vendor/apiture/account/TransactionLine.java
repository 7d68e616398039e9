package dev.sandbank.internal.vendor.apiture.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * One line of an account's history.
 *
 * @param entry the stored transaction
 * @param day when it occurred
 * @param amount negative if money left the account; 0 for a line that states a balance
 */
public record TransactionLine(Entry entry, LocalDate day, BigDecimal amount) {

    private static final String BALANCE = "balance";

    /**
     * Returns the line of an entry.
     *
     * @param dayOf returns the date of a moment at the institution
     */
    public static TransactionLine of(Entry entry, Function<Instant, LocalDate> dayOf) {
        boolean tellsBalance = entry.document().path("type").asText().equals(BALANCE);
        BigDecimal amount =
                tellsBalance ? BigDecimal.ZERO : Money.of(entry.document().path("amount"));
        return new TransactionLine(entry, day(entry, dayOf), amount);
    }

    /** Returns when it occurred; by default when the sandbox started, or so many days before. */
    private static LocalDate day(Entry entry, Function<Instant, LocalDate> dayOf) {
        String given = entry.document().path("occurredOn").asText();
        return given.isEmpty()
                ? dayOf.apply(entry.createdAt())
                        .minusDays(entry.document().path("daysAgo").asLong())
                : LocalDate.parse(given);
    }

    public String type() {
        return member("type").asText(member("amount").asText().startsWith("-") ? "debit" : "credit");
    }

    public String subtype() {
        return member("subtype").asText(member("check").isObject() ? "check" : "other");
    }

    /** Whether the line states a balance, and so moves no money. */
    public boolean isBalance() {
        return type().equals(BALANCE);
    }

    public boolean isPosted() {
        return !isBalance() && member("posted").asBoolean(true);
    }

    /** Returns the change that it makes to the account's balance. */
    public BigDecimal effect() {
        return isPosted() ? amount : BigDecimal.ZERO;
    }

    /** Returns the change that it will make to the account's balance once it is posted. */
    public BigDecimal pending() {
        return isPosted() ? BigDecimal.ZERO : amount;
    }

    public JsonNode member(String name) {
        return entry.document().path(name);
    }

    /**
     * Returns the entry with its computed members.
     *
     * @param balance the account's balance after it was posted
     */
    public Entry told(BigDecimal balance) {
        ObjectNode told = entry.document().deepCopy();
        told.put("type", type());
        told.put("subtype", subtype());
        told.put("occurredOn", day.toString());
        told.remove(List.of("posted", "balance"));
        if (isBalance()) {
            told.put("balance", member("amount").asText());
            told.put("amount", Money.text(amount));
        } else {
            told.put("posted", isPosted());
        }
        if (isPosted()) {
            told.put("balance", balance.toPlainString());
        }
        return entry.with(told);
    }
}
