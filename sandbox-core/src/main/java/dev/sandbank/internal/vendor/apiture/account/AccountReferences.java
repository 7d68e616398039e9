package dev.sandbank.internal.vendor.apiture.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.work.VendorParts;
import dev.sandbank.internal.work.VendorParts.CallFact;
import dev.sandbank.internal.work.VendorParts.EntryFact;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Institutions and accounts as the bank's events name them: never by a full account number. */
final class AccountReferences {

    private static final String ACCOUNTS = "accounts";
    private static final String ROUTING_NUMBER = "routingNumber";

    private final Store store;

    AccountReferences(Store store) {
        this.store = store;
    }

    VendorParts parts() {
        Map<String, CallFact> ofCall = Map.of("institutionId", this::institutionId);
        Map<String, EntryFact> ofEntry = Map.of(
                "reference", (call, account) -> of(account),
                "accountReference", (call, entry) -> of(entry.document().path("account")),
                "sourceReference", (call, transfer) -> of(transfer.document().path("sourceAccount")),
                "targetReference", (call, transfer) -> of(transfer.document().path("targetAccount")),
                "overdraftReferences", (call, account) -> overdraft(account));
        return new VendorParts(ofCall, ofEntry, Map.of());
    }

    private @Nullable String institutionId(Call call) {
        return institution().map(Entry::id).orElse(null);
    }

    /** Returns the institution that the bank's events are from: the first one. */
    private Optional<Entry> institution() {
        return entries().from("institutions", 0, 1).stream()
                .map(placed -> placed.entry())
                .findFirst();
    }

    private ArrayNode overdraft(Entry account) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        account.document().at("/overdraft/accounts").forEach(id -> all.add(of(id)));
        return all;
    }

    /** Returns the reference to an account; of one that is gone, its id alone. */
    private ObjectNode of(JsonNode id) {
        return entries()
                .find(ACCOUNTS, id.asText())
                .map(this::of)
                .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("id", id.asText()));
    }

    private ObjectNode of(Entry account) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", account.id()).put("maskedNumber", AccountNames.maskedNumber(account));
        if (AccountNames.isInternal(account)) {
            institution()
                    .map(institution -> institution.document().path(ROUTING_NUMBER))
                    .filter(JsonNode::isTextual)
                    .ifPresent(number -> shown.set(ROUTING_NUMBER, number));
        }
        return shown;
    }

    private Entries entries() {
        return store.entries();
    }
}
