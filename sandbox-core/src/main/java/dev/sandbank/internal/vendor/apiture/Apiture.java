package dev.sandbank.internal.vendor.apiture;

import dev.sandbank.internal.vendor.apiture.account.AccountNames;
import dev.sandbank.internal.vendor.apiture.account.Balances;
import dev.sandbank.internal.vendor.apiture.account.BankCalendar;
import dev.sandbank.internal.vendor.apiture.account.Permissions;
import dev.sandbank.internal.vendor.apiture.account.Retries;
import dev.sandbank.internal.vendor.apiture.account.ReversedRange;
import dev.sandbank.internal.vendor.apiture.account.Transactions;
import dev.sandbank.internal.vendor.apiture.transfer.Ledger;
import dev.sandbank.internal.vendor.apiture.transfer.Settlement;
import dev.sandbank.internal.vendor.apiture.transfer.Transfer;
import dev.sandbank.internal.vendor.apiture.transfer.TransferDates;
import dev.sandbank.internal.vendor.apiture.transfer.TransferFacts;
import dev.sandbank.internal.vendor.apiture.transfer.TransferRules;
import dev.sandbank.internal.vendor.apiture.transfer.TransferSchedules;
import dev.sandbank.internal.vendor.apiture.transfer.Transfers;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.OperationHandler;
import dev.sandbank.internal.work.ReplyRenderer;
import dev.sandbank.internal.work.ScheduledTask;
import dev.sandbank.internal.work.Vendor;
import dev.sandbank.internal.work.VendorParts;
import dev.sandbank.internal.work.VendorParts.CallFact;
import dev.sandbank.internal.work.VendorParts.EntryFact;
import java.util.HashMap;
import java.util.Map;

/** Apiture Digital Banking: what its Java offers to its dialect, and which operations are its work. */
public final class Apiture implements Vendor {

    @Override
    public String name() {
        return "apiture";
    }

    @Override
    public VendorParts parts(OperationContext context) {
        BankCalendar calendar = new BankCalendar(context.settings());
        Transactions transactions = new Transactions(context, calendar);
        TransferSchedules schedules = new TransferSchedules(calendar);
        InstitutionLookup lookup = new InstitutionLookup(context);
        Map<String, CallFact> ofCall = Map.of(
                "reversedRange", ReversedRange::in,
                "retryCount", Retries::next,
                "retryAfter", transactions::retryAfter,
                "overdue", transactions::overdue,
                "schedule", schedules::dates,
                "locatorFault", InstitutionLookup::fault,
                "institution", lookup::institution,
                "intermediaries", lookup::intermediaries);
        Map<String, EntryFact> ofEntry = new HashMap<>(ofTransfers(context, calendar));
        Permissions permissions = new Permissions(context.store().links());
        AccountNames names = new AccountNames(context.store().links());
        ofEntry.put("label", (call, account) -> names.label(call.subject(), account));
        ofEntry.put("nickname", (call, account) -> names.nickname(call.subject(), account));
        ofEntry.put("maskedNumber", (call, account) -> AccountNames.maskedNumber(account));
        ofEntry.put(
                "allowsAsked",
                (call, account) -> permissions
                        .of(call.subject(), account)
                        .containsAll(call.input().texts("allows")));
        return new VendorParts(ofCall, ofEntry, Map.of("history", transactions::history));
    }

    private static Map<String, EntryFact> ofTransfers(OperationContext context, BankCalendar calendar) {
        TransferFacts facts = new TransferFacts(context.store(), dates(context, calendar));
        return Map.of(
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
    }

    @Override
    public Map<String, OperationHandler> works(OperationContext context, ReplyRenderer answers) {
        BankCalendar calendar = new BankCalendar(context.settings());
        TransferDates dates = dates(context, calendar);
        Transfers transfers = new Transfers(
                context, answers, new TransferRules(context, calendar), settlement(context, calendar, dates));
        return Map.of(
                "listAccountBalances", new Balances(context, calendar)::list,
                "createTransfer", transfers::create,
                "patchTransfer", transfers::patch);
    }

    @Override
    public Map<String, ScheduledTask> duties(OperationContext context) {
        BankCalendar calendar = new BankCalendar(context.settings());
        return Map.of(Transfer.COLLECTION, settlement(context, calendar, dates(context, calendar)));
    }

    private static TransferDates dates(OperationContext context, BankCalendar calendar) {
        return new TransferDates(context.store(), calendar, context.settings());
    }

    private static Settlement settlement(OperationContext context, BankCalendar calendar, TransferDates dates) {
        return new Settlement(context, dates, new Ledger(context, calendar));
    }
}
