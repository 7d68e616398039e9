package dev.sandbank.internal.vendor.apiture.transfer;

import dev.sandbank.internal.vendor.apiture.account.BankCalendar;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts;
import dev.sandbank.internal.work.VendorParts.EntryFact;
import java.util.Map;

/** The parts about transfers that the dialect can name. */
public final class TransferParts {

    private TransferParts() {}

    public static VendorParts of(OperationContext context, BankCalendar calendar, TransferDates dates) {
        TransferFacts facts = new TransferFacts(context.store(), dates);
        Map<String, EntryFact> ofEntry = Map.of(
                "sourceAccount",
                        (call, transfer) ->
                                facts.account(call, Transfer.of(transfer).source()),
                "targetAccount",
                        (call, transfer) ->
                                facts.account(call, Transfer.of(transfer).target()),
                "debitsOn", (call, transfer) -> facts.debitsOn(transfer),
                "creditsOn", (call, transfer) -> facts.creditsOn(transfer),
                "state", (call, transfer) -> Transfer.of(transfer).state(),
                "processedAt", (call, transfer) -> TransferFacts.processedAt(transfer),
                "historical", (call, transfer) -> TransferFacts.isHistorical(transfer));
        return new VendorParts(Map.of("schedule", new TransferSchedules(calendar)::dates), ofEntry, Map.of());
    }
}
