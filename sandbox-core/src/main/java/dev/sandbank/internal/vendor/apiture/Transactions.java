package dev.sandbank.internal.vendor.apiture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.work.Outcome;
import dev.sandbank.internal.work.Tools;
import java.time.LocalDate;
import java.util.Map;

/** {@code listTransactions}: the history of one account, newest first. */
final class Transactions {

    private static final String COLLECTION = "transactions";

    private final Tools tools;
    private final CursorPage page;
    private final BankCalendar calendar;
    private final Retries retries;

    Transactions(Tools tools) {
        this.tools = tools;
        this.page = new CursorPage(tools);
        this.calendar = new BankCalendar(tools.settings());
        this.retries = new Retries(tools.settings(), "historyRetries");
    }

    Outcome list(Call call) {
        return TransactionFilter.reversed(call.input())
                .map(Transactions::reversed)
                .orElseGet(() -> list(call, call.resources().get(0).entry()));
    }

    private Outcome list(Call call, Entry account) {
        if (retries.isReady(call, account)) {
            return page(call, account);
        }
        return retries.areUsedUp(call)
                ? Outcome.refuse("gateway-timeout", "the history was not there in time", Map.of())
                : retries.later(call, JsonNodeFactory.instance.objectNode());
    }

    private Outcome page(Call call, Entry account) {
        Statement statement =
                new Statement(account, tools.store().entries().below(COLLECTION, account.id()), calendar::dayOf);
        LocalDate today = calendar.dayOf(tools.now().get());
        TransactionFilter asked =
                TransactionFilter.of(call.input(), today, tools.settings().number("transactionDays"));
        return page.of(
                call, statement.shelf(), entry -> asked.test(statement.line(entry)), statement::show, body -> {});
    }

    private static Outcome reversed(String parameter) {
        return Outcome.refuse(
                "unprocessable-entity", parameter + " ends before it begins", Map.of("property", parameter));
    }
}
