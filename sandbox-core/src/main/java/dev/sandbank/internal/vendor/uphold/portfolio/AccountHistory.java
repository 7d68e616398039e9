package dev.sandbank.internal.vendor.uphold.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.vendor.uphold.asset.UpholdBalances;
import dev.sandbank.internal.vendor.uphold.transaction.UpholdTransactions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The past balances of accounts: computed from the present ones by going back through the transactions. If a fixture
 * has a history of balances, it gives the balances before the sandbox started.
 */
final class AccountHistory {

    private static final String HISTORY = "balanceHistory";

    private final Store store;
    private final List<Entry> transactions;

    /** @param user the owner of the accounts */
    AccountHistory(Store store, String user) {
        this.store = store;
        this.transactions = store.entries().ownedBy(UpholdTransactions.TRANSACTIONS, user);
    }

    /**
     * The balance of an account from a moment on.
     *
     * @param total the whole amount
     * @param available the part that was not held for pending transactions
     */
    record Balance(BigDecimal total, BigDecimal available) {

        static Balance nothing() {
            return new Balance(BigDecimal.ZERO, BigDecimal.ZERO);
        }

        Balance and(Balance more) {
            return new Balance(total.add(more.total), available.add(more.available));
        }

        private Balance before(Change change) {
            return new Balance(total.subtract(change.total()), available.subtract(change.available()));
        }
    }

    private record Change(Instant at, BigDecimal total, BigDecimal available) {}

    /** Returns the balances by the moments at which they began; before the first one the account did not exist. */
    NavigableMap<Instant, Balance> of(Entry account) {
        List<Entry> told = store.entries().below(HISTORY, account.id());
        Instant from = told.isEmpty() ? Instant.MIN : told.get(0).createdAt();
        NavigableMap<Instant, Balance> known = new TreeMap<>();
        Balance balance =
                new Balance(UpholdBalances.total(account.document()), UpholdBalances.available(account.document()));
        for (Change change : changes(account.id())) {
            if (!change.at().isBefore(from)) {
                known.putIfAbsent(change.at(), balance);
                balance = balance.before(change);
            }
        }
        known.putIfAbsent(told.isEmpty() ? first(known, account.createdAt()) : from, balance);
        told.stream().map(Entry::document).forEach(past -> tell(past, from, known));
        return known;
    }

    /** Returns when the account began: before its first transaction, even if its fixture says otherwise. */
    private static Instant first(NavigableMap<Instant, Balance> known, Instant createdAt) {
        Instant before = known.isEmpty() ? createdAt : known.firstKey().minusMillis(1);
        return before.isBefore(createdAt) ? before : createdAt;
    }

    private static void tell(ObjectNode past, Instant from, NavigableMap<Instant, Balance> known) {
        Instant at = Instant.parse(past.path("at").asText());
        if (at.isBefore(from)) {
            BigDecimal total = new BigDecimal(past.path("total").asText());
            known.put(
                    at, new Balance(total, new BigDecimal(past.path("available").asText(total.toPlainString()))));
        }
    }

    /** Returns the changes, the latest first. */
    private List<Change> changes(String account) {
        List<Change> changes = new ArrayList<>();
        for (Entry transaction : transactions) {
            leaving(transaction, account, changes);
            arriving(transaction, account, changes);
        }
        changes.sort(Comparator.comparing(Change::at).reversed());
        return changes;
    }

    /**
     * Adds the changes of the origin: an amount that leaves is held at once; at the end it is gone, or available again.
     */
    private static void leaving(Entry transaction, String account, List<Change> changes) {
        ObjectNode document = transaction.document();
        if (isAt(document.path("origin"), account)) {
            BigDecimal amount = amount(document.path("origin"));
            changes.add(new Change(transaction.createdAt(), BigDecimal.ZERO, amount.negate()));
            switch (document.path("status").asText()) {
                case "completed" -> changes.add(new Change(completedAt(document), amount.negate(), BigDecimal.ZERO));
                case "failed" -> changes.add(new Change(transaction.updatedAt(), BigDecimal.ZERO, amount));
                default -> {}
            }
        }
    }

    private static void arriving(Entry transaction, String account, List<Change> changes) {
        ObjectNode document = transaction.document();
        if (isAt(document.path("destination"), account)
                && document.path("status").asText().equals("completed")) {
            BigDecimal amount = amount(document.path("destination"));
            changes.add(new Change(completedAt(document), amount, amount));
        }
    }

    private static boolean isAt(JsonNode end, String account) {
        return end.at("/node/type").asText().equals("account")
                && end.at("/node/id").asText().equals(account);
    }

    private static BigDecimal amount(JsonNode end) {
        return new BigDecimal(end.path("amount").asText());
    }

    private static Instant completedAt(ObjectNode document) {
        return Instant.parse(document.path("completedAt").asText());
    }
}
