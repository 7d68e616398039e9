package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Store;
import java.util.Set;
import java.util.stream.Stream;

/** The transactions of a user that have not ended. */
public final class OpenTransactions {

    private static final Set<String> UNENDED = Set.of("processing", "on-hold");

    private final Store store;

    public OpenTransactions(Store store) {
        this.store = store;
    }

    public boolean of(String user) {
        return transactions(user).findAny().isPresent();
    }

    public boolean of(String user, String account) {
        return transactions(user)
                .anyMatch(each -> each.at("/origin/node/id").asText().equals(account)
                        || each.at("/destination/node/id").asText().equals(account));
    }

    private Stream<ObjectNode> transactions(String user) {
        return store.entries().ownedBy(UpholdTransactions.TRANSACTIONS, user).stream()
                .map(Entry::document)
                .filter(each -> UNENDED.contains(each.path("status").asText()));
    }
}
