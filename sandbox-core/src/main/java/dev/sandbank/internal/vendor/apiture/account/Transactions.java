package dev.sandbank.internal.vendor.apiture.account;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code listTransactions}: the history of one account, newest first. */
final class Transactions {

    private static final String COLLECTION = "transactions";

    private final OperationContext context;
    private final BankCalendar calendar;
    private final Retries retries;
    private final Categories categories;

    Transactions(OperationContext context, BankCalendar calendar) {
        this.context = context;
        this.calendar = calendar;
        this.retries = new Retries(context.settings(), "historyRetries");
        this.categories = new Categories(context.store().entries());
    }

    /** Returns the lines that a call asks for, each with the balance after it; none if they are not ready. */
    List<Entry> history(Call call) {
        Entry account = account(call);
        if (!retries.isReady(call, account)) {
            return List.of();
        }
        LocalDate today = calendar.dayOf(context.now().get());
        TransactionFilter asked =
                TransactionFilter.of(call.input(), today, context.settings().number("transactionDays"));
        List<Entry> booked = context.store().entries().below(COLLECTION, account.id()).stream()
                .map(categories::spelledOut)
                .toList();
        return statement(account, booked, calendar::dayOf).entrySet().stream()
                .filter(told -> asked.test(told.getKey()))
                .map(told -> told.getKey().told(told.getValue()))
                .toList();
    }

    /** Returns after how many seconds to ask again, if the history is not ready. */
    @Nullable
    Long retryAfter(Call call) {
        return retries.isReady(call, account(call)) || retries.areUsedUp(call) ? null : retries.seconds();
    }

    /** Returns what is wrong if asking again no longer helps. */
    @Nullable
    Finding overdue(Call call) {
        return retries.isReady(call, account(call)) || !retries.areUsedUp(call)
                ? null
                : new Finding("the history was not ready in time", Map.of());
    }

    private static Entry account(Call call) {
        return call.resources().get(0).entry();
    }

    /**
     * Returns the history of one account, newest first, with the balance after each line.
     *
     * <p>Balances are computed back from the account's current one, so the newest posted line always agrees with it.
     *
     * @param booked its transactions, in the order in which they were booked
     * @param dayOf returns the date of a moment at the institution
     */
    private static Map<TransactionLine, BigDecimal> statement(
            Entry account, List<Entry> booked, Function<Instant, LocalDate> dayOf) {
        Map<TransactionLine, BigDecimal> lines = new LinkedHashMap<>();
        BigDecimal balance = new BigDecimal(account.document().path("balance").asText("0.00"));
        for (TransactionLine line : newestFirst(booked, dayOf)) {
            lines.put(line, balance);
            balance = balance.subtract(line.effect());
        }
        return lines;
    }

    /** Sorts by day, and within a day by the time of booking. */
    private static List<TransactionLine> newestFirst(List<Entry> booked, Function<Instant, LocalDate> dayOf) {
        List<Entry> latestFirst = new ArrayList<>(booked);
        Collections.reverse(latestFirst);
        return latestFirst.stream()
                .map(entry -> TransactionLine.of(entry, dayOf))
                .sorted(Comparator.comparing(TransactionLine::day).reversed())
                .toList();
    }
}
