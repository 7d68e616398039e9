package dev.sandbank.internal.vendor.apiture.transfer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.vendor.apiture.account.AccountNames;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of transfers that are computed when they are read. */
public final class TransferFacts {

    private final Store store;
    private final AccountNames accounts;
    private final TransferDates dates;

    public TransferFacts(Store store, TransferDates dates) {
        this.store = store;
        this.accounts = new AccountNames(store.links());
        this.dates = dates;
    }

    /** Returns an account of a transfer, with the caller's name for it. */
    public ObjectNode account(Call call, String id) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("id", id);
        Optional<Entry> known = store.entries().find("accounts", id);
        known.ifPresent(account -> shown.put("label", accounts.label(call.subject(), account))
                .put("type", account.document().path("product").path("type").asText())
                .put("location", AccountNames.location(account)));
        return shown;
    }

    /** Returns the day of the debit. */
    public @Nullable String debitsOn(Entry entry) {
        return day(entry, TransferDates.Days::debitsOn);
    }

    /** Returns the day of the credit. */
    public @Nullable String creditsOn(Entry entry) {
        return day(entry, TransferDates.Days::creditsOn);
    }

    private @Nullable String day(Entry entry, Function<TransferDates.Days, LocalDate> which) {
        return dates.of(Transfer.of(entry)).map(which).map(LocalDate::toString).orElse(null);
    }

    /** Returns when it was made. */
    public static @Nullable String processedAt(Entry entry) {
        return Transfer.of(entry).processedAt().map(Timestamps::text).orElse(null);
    }

    /** Whether it was made; null for a transfer that failed, because it will never be made. */
    public static @Nullable Boolean isHistorical(Entry entry) {
        Transfer transfer = Transfer.of(entry);
        boolean processed = transfer.state().equals(Transfer.PROCESSED);
        return (processed || !transfer.isFinished()) ? Boolean.valueOf(processed) : null;
    }
}
