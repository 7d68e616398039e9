package dev.sandbank.internal.vendor.uphold.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Entries;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The networks of a fixture, and those that its rails and external accounts name. */
final class Networks {

    private static final String COLLECTION = "networks";

    private final Entries entries;

    Networks(Entries entries) {
        this.entries = entries;
    }

    List<Entry> all(Call call) {
        Map<String, Entry> byCode = new TreeMap<>();
        entries.all(COLLECTION).forEach(listed -> byCode.put(listed.id(), listed));
        entries.all("rails").stream().map(Entry::document).forEach(rail -> add(byCode, rail, AddressRules.CRYPTO));
        entries.all("externalAccounts").stream().map(Entry::document).forEach(account -> add(byCode, account, ""));
        return List.copyOf(byCode.values());
    }

    private static void add(Map<String, Entry> byCode, ObjectNode naming, String usualType) {
        JsonNode named = naming.path("network");
        if (named.isTextual()) {
            String type = naming.path("type").asText(usualType);
            byCode.computeIfAbsent(
                    named.asText(), code -> MadeUp.entry(COLLECTION, code, PublishedNetworks.members(code, type)));
        }
    }

    static String name(Call call, Entry network) {
        return PublishedNetworks.name(network.id());
    }
}
