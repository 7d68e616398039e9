package dev.sandbank.internal.vendor.apiture.transfer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.vendor.apiture.account.AccountNames;
import dev.sandbank.internal.vendor.apiture.account.BankCalendar;
import dev.sandbank.internal.vendor.apiture.account.Money;
import dev.sandbank.internal.work.OperationContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Moves money: every posting changes an account's balances and adds a transaction. */
public final class Ledger {

    private static final List<String> BALANCES = List.of("balance", "available", "currentWithPending");
    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 16;

    private final OperationContext context;
    private final BankCalendar calendar;

    public Ledger(OperationContext context, BankCalendar calendar) {
        this.context = context;
        this.calendar = calendar;
    }

    /** Returns the amount that an account can be debited with. */
    public static BigDecimal available(Entry account) {
        return Money.of(account.document().path(account.document().has("available") ? "available" : "balance"));
    }

    /** Debits the source; an account at another institution is not changed. */
    public void debit(Transfer transfer, Entry source, Entry target, Instant at) {
        post(source, transfer, transfer.amount().negate(), "Transfer to " + AccountNames.label(target), at);
    }

    /** Credits the target. */
    public void credit(Transfer transfer, Entry source, Entry target, Instant at) {
        post(target, transfer, transfer.amount(), "Transfer from " + AccountNames.label(source), at);
    }

    private void post(Entry account, Transfer transfer, BigDecimal amount, String description, Instant at) {
        if (AccountNames.isInternal(account)) {
            Entries entries = context.store().entries().at(at);
            ObjectNode changed = account.document().deepCopy();
            BALANCES.stream()
                    .filter(changed::has)
                    .forEach(name -> changed.put(
                            name, Money.text(Money.of(changed.path(name)).add(amount))));
            entries.replace(account.collection(), account.id(), changed);
            ObjectNode transaction = transaction(account, transfer, amount, description, at);
            String id = "txn-" + context.ids().text(ALPHABET, ID_LENGTH);
            entries.add("transactions", id, null, account.id(), transaction.put("id", id));
        }
    }

    private ObjectNode transaction(
            Entry account, Transfer transfer, BigDecimal amount, String description, Instant at) {
        ObjectNode transaction = JsonNodeFactory.instance.objectNode();
        transaction.put("account", account.id());
        transaction.put("occurredOn", calendar.dayOf(at).toString());
        transaction.put("type", amount.signum() < 0 ? "debit" : "credit");
        transaction.put("subtype", "other");
        transaction.put("amount", Money.text(amount));
        transaction.put("description", description);
        if (transfer.document().hasNonNull("memo")) {
            transaction.set("memo", transfer.document().path("memo"));
        }
        return transaction.put("posted", true).put("transfer", transfer.id());
    }
}
