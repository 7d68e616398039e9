package dev.sandbank.internal.vendor.apiture.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Entries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The categories of transactions: the institution's, and those that a customer created. */
final class Categories {

    private static final String COLLECTION = "transactionCategories";
    private static final String CATEGORY = "category";

    private final Entries entries;

    Categories(Entries entries) {
        this.entries = entries;
    }

    /** Returns the categories that a caller sees; if the fixture has none, those of the transactions. */
    Collection<ObjectNode> of(Call call) {
        if (entries.isEmpty(COLLECTION)) {
            return ofTransactions();
        }
        List<ObjectNode> seen = new ArrayList<>();
        for (Entry category : entries.all(COLLECTION)) {
            String user = category.document().path("user").asText();
            if (user.isEmpty() || user.equals(call.subject().id())) {
                seen.add(shown(
                        category.document(), category.document().path("type").asText()));
            }
        }
        return seen;
    }

    private Collection<ObjectNode> ofTransactions() {
        Map<String, ObjectNode> byId = new TreeMap<>();
        for (Entry transaction : entries.all("transactions")) {
            JsonNode category = transaction.document().path(CATEGORY);
            boolean debit = transaction.document().path("amount").asText().startsWith("-");
            if (category.isObject()) {
                byId.putIfAbsent(category.path("id").asText(), shown(category, debit ? "debit" : "credit"));
            }
        }
        return byId.values();
    }

    private static ObjectNode shown(JsonNode category, String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", category.path("id").asText())
                .put("label", category.path("label").asText())
                .put("type", type);
    }

    /** Returns a transaction with its category in full, if it names the category by id. */
    Entry spelledOut(Entry transaction) {
        JsonNode id = transaction.document().path(CATEGORY);
        if (!id.isTextual()) {
            return transaction;
        }
        ObjectNode document = transaction.document().deepCopy();
        document.remove(CATEGORY);
        entries.find(COLLECTION, id.asText())
                .ifPresent(known -> document.putObject(CATEGORY)
                        .put("id", known.id())
                        .put("label", known.document().path("label").asText()));
        return transaction.with(document);
    }
}
