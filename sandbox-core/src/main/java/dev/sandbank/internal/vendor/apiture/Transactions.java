package dev.sandbank.internal.vendor.apiture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.Result;
import java.time.LocalDate;
import java.util.Map;

/** {@code listTransactions}: the history of one account, newest first. */
final class Transactions {

    private static final String COLLECTION = "transactions";

    private final OperationContext context;
    private final CursorPage page;
    private final BankCalendar calendar;
    private final Retries retries;

    Transactions(OperationContext context) {
        this.context = context;
        this.page = new CursorPage(context);
        this.calendar = new BankCalendar(context.settings());
        this.retries = new Retries(context.settings(), "historyRetries");
    }

    Result list(Call call) {
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
}
