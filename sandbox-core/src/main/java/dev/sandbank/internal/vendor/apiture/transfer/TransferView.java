package dev.sandbank.internal.vendor.apiture.transfer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.vendor.apiture.account.AccountView;
import dev.sandbank.internal.vendor.apiture.account.Money;
import java.util.List;
import java.util.Optional;

/** How a transfer looks to one caller. */
public final class TransferView {

    private static final List<String> OF_SCHEDULE =
            List.of("frequency", "scheduledOn", "recurrenceType", "endsOn", "count", "amountLimit");
    private static final List<String> AS_THEY_ARE = List.of("memo", "updatedBy");

    private final Store store;
    private final AccountView accounts;
    private final TransferDates dates;

    public TransferView(Store store, TransferDates dates) {
        this.store = store;
        this.accounts = new AccountView(store.links());
        this.dates = dates;
    }

    public ObjectNode show(Subject caller, Entry entry) {
        Transfer transfer = Transfer.of(entry);
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", transfer.id());
        shown.put("amount", Money.text(transfer.amount()));
        shown.set("sourceAccount", account(caller, transfer.source()));
        shown.set("targetAccount", account(caller, transfer.target()));
        shown.set("schedule", schedule(transfer));
        shown.put("state", transfer.state());
        AS_THEY_ARE.stream()
                .filter(transfer.document()::hasNonNull)
                .forEach(name -> shown.set(name, transfer.document().path(name)));
        transfer.processedAt().ifPresent(at -> shown.put("processedAt", Timestamps.text(at)));
        shown.put("createdAt", Timestamps.text(entry.createdAt()));
        shown.put("updatedAt", Timestamps.text(entry.updatedAt()));
        return shown;
    }

    private ObjectNode account(Subject caller, String id) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("id", id);
        Optional<Entry> known = store.entries().find("accounts", id);
        known.ifPresent(account -> shown.put("label", accounts.label(caller, account))
                .put("type", account.document().path("product").path("type").asText())
                .put("location", AccountView.location(account)));
        return shown;
    }

    private ObjectNode schedule(Transfer transfer) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        OF_SCHEDULE.forEach(name -> transfer.says(name).ifPresent(value -> shown.set(name, value)));
        dates.of(transfer)
                .ifPresent(days -> shown.put("debitsOn", days.debitsOn().toString())
                        .put("creditsOn", days.creditsOn().toString()));
        return shown;
    }
}
