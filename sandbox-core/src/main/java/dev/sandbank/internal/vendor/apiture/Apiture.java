package dev.sandbank.internal.vendor.apiture;

import dev.sandbank.internal.vendor.apiture.account.Accounts;
import dev.sandbank.internal.vendor.apiture.account.Balances;
import dev.sandbank.internal.vendor.apiture.account.BankCalendar;
import dev.sandbank.internal.vendor.apiture.account.Transactions;
import dev.sandbank.internal.vendor.apiture.transfer.Ledger;
import dev.sandbank.internal.vendor.apiture.transfer.Settlement;
import dev.sandbank.internal.vendor.apiture.transfer.Transfer;
import dev.sandbank.internal.vendor.apiture.transfer.TransferDates;
import dev.sandbank.internal.vendor.apiture.transfer.TransferList;
import dev.sandbank.internal.vendor.apiture.transfer.TransferRules;
import dev.sandbank.internal.vendor.apiture.transfer.TransferSchedules;
import dev.sandbank.internal.vendor.apiture.transfer.TransferView;
import dev.sandbank.internal.vendor.apiture.transfer.Transfers;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.OperationHandler;
import dev.sandbank.internal.work.ScheduledTask;
import dev.sandbank.internal.work.Vendor;
import java.util.HashMap;
import java.util.Map;

/** Apiture Digital Banking: which class does the work of which operation. */
public final class Apiture implements Vendor {

    @Override
    public String name() {
        return "apiture";
    }

    @Override
    public Map<String, OperationHandler> works(OperationContext context) {
        Map<String, OperationHandler> works = new HashMap<>(ofAccounts(context));
        works.putAll(ofTransfers(context));
        return works;
    }

    private static Map<String, OperationHandler> ofAccounts(OperationContext context) {
        Accounts accounts = new Accounts(context);
        Balances balances = new Balances(context);
        Transactions transactions = new Transactions(context);
        InstitutionLookup lookup = new InstitutionLookup(context);
        return Map.of(
                "listAccounts", accounts::list,
                "getAccount", accounts::get,
                "listAccountBalances", balances::list,
                "listTransactions", transactions::list,
                "lookUpInstitutionByLocator", lookup::find);
    }

    private static Map<String, OperationHandler> ofTransfers(OperationContext context) {
        BankCalendar calendar = new BankCalendar(context.settings());
        TransferDates dates = dates(context, calendar);
        TransferView view = new TransferView(context.store(), dates);
        Transfers transfers = new Transfers(
                context, new TransferRules(context, calendar), view, settlement(context, calendar, dates));
        return Map.of(
                "listTransfers", new TransferList(context, view, dates)::list,
                "getTransfer", transfers::get,
                "createTransfer", transfers::create,
                "patchTransfer", transfers::patch,
                "listTransferSchedule", new TransferSchedules(calendar)::list);
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
