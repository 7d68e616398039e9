package dev.sandbank.internal.vendor.apiture.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.work.EntryCursor;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.Result;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@code listTransactions}: the history of one account, newest first. */
public final class Transactions {

    private static final String COLLECTION = "transactions";

    private final OperationContext context;
    private final CursorPage page;
    private final BankCalendar calendar;
    private final Retries retries;

    public Transactions(OperationContext context) {
        this.context = context;
        this.page = new CursorPage(context);
        this.calendar = new BankCalendar(context.settings());
        this.retries = new Retries(context.settings(), "historyRetries");
    }

    public Result list(Call call) {
        return TransactionFilter.reversed(call.input())
                .map(Transactions::reversed)
                .orElseGet(() -> list(call, call.resources().get(0).entry()));
    }

    private Result list(Call call, Entry account) {
        if (retries.isReady(call, account)) {
            return page(call, account);
        }
        return retries.areUsedUp(call)
                ? Result.refuse("gateway-timeout", "the history was not there in time", Map.of())
                : retries.later(call, JsonNodeFactory.instance.objectNode());
    }

    private Result page(Call call, Entry account) {
        Statement statement =
                new Statement(account, context.store().entries().below(COLLECTION, account.id()), calendar::dayOf);
        LocalDate today = calendar.dayOf(context.now().get());
        TransactionFilter asked =
                TransactionFilter.of(call.input(), today, context.settings().number("transactionDays"));
        return page.of(
                call, statement.shelf(), entry -> asked.test(statement.line(entry)), statement::show, body -> {});
    }

    private static Result reversed(String parameter) {
        return Result.refuse(
                "unprocessable-entity", parameter + " ends before it begins", Map.of("property", parameter));
    }

    /**
     * The history of one account, newest first, with the balance after each line.
     *
     * <p>Balances are reckoned back from the account's current one, so that the newest posted line always agrees with it.
     */
    private static final class Statement {

        private record Told(TransactionLine line, BigDecimal balance) {}

        private final List<Entry> entries;
        private final Map<String, Told> lines = new HashMap<>();

        /**
         * @param account the account
         * @param booked its transactions, in the order they were booked
         * @param dayOf the day that a moment is a part of at the institution
         */
        Statement(Entry account, List<Entry> booked, Function<Instant, LocalDate> dayOf) {
            List<TransactionLine> newestFirst = newestFirst(booked, dayOf);
            this.entries = newestFirst.stream().map(TransactionLine::entry).toList();
            BigDecimal balance =
                    new BigDecimal(account.document().path("balance").asText("0.00"));
            for (TransactionLine line : newestFirst) {
                lines.put(line.entry().id(), new Told(line, balance));
                balance = balance.subtract(line.effect());
            }
        }

        /** By day, and those of one day by when they were booked. */
        private static List<TransactionLine> newestFirst(List<Entry> booked, Function<Instant, LocalDate> dayOf) {
            List<Entry> latestFirst = new ArrayList<>(booked);
            Collections.reverse(latestFirst);
            return latestFirst.stream()
                    .map(entry -> TransactionLine.of(entry, dayOf))
                    .sorted(Comparator.comparing(TransactionLine::day).reversed())
                    .toList();
        }

        EntryCursor shelf() {
            return EntryCursor.of(entries);
        }

        TransactionLine line(Entry entry) {
            return told(entry).line();
        }

        ObjectNode show(Entry entry) {
            return told(entry).line().show(told(entry).balance());
        }

        private Told told(Entry entry) {
            Told told = lines.get(entry.id());
            if (told == null) {
                throw new IllegalArgumentException("no line of this statement: " + entry.id());
            }
            return told;
        }
    }
}
