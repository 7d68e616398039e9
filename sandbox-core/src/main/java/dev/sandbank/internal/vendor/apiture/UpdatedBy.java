package dev.sandbank.internal.vendor.apiture;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import java.util.Optional;

/** The name of whoever changes something, as the bank tells it: a customer's, or that of a client by itself. */
record UpdatedBy(Store store) {

    private static final int LONGEST = 48;

    String name(Call call) {
        boolean person = call.subject().isUser();
        String id = call.subject().id();
        Optional<Entry> known = store.entries().find(person ? Directory.USERS : Directory.CLIENTS, id);
        String name = known.map(entry -> person ? entry.document().path("claims") : entry.document())
                .map(of -> of.path("name").asText())
                .filter(given -> !given.isEmpty())
                .orElse(id);
        return name.substring(0, Math.min(name.length(), LONGEST));
    }
}
