package dev.sandbank.internal.vendor.apiture;

import dev.sandbank.internal.work.Duty;
import dev.sandbank.internal.work.Tools;
import dev.sandbank.internal.work.Vendor;
import dev.sandbank.internal.work.Work;
import java.util.HashMap;
import java.util.Map;

/** Apiture Digital Banking: which class does the work of which operation. */
public final class Apiture implements Vendor {

    @Override
    public String name() {
        return "apiture";
    }

    @Override
    public Map<String, Work> works(Tools tools) {
        Map<String, Work> works = new HashMap<>(ofAccounts(tools));
        works.putAll(ofTransfers(tools));
        return works;
    }

    private static Map<String, Work> ofAccounts(Tools tools) {
        Accounts accounts = new Accounts(tools);
        Balances balances = new Balances(tools);
        Transactions transactions = new Transactions(tools);
        InstitutionLookup lookup = new InstitutionLookup(tools);
        return Map.of(
                "listAccounts", accounts::list,
                "getAccount", accounts::get,
                "listAccountBalances", balances::list,
                "listTransactions", transactions::list,
                "lookUpInstitutionByLocator", lookup::find);
    }

    private static Map<String, Work> ofTransfers(Tools tools) {
        BankCalendar calendar = new BankCalendar(tools.settings());
        TransferDates dates = dates(tools, calendar);
        TransferView view = new TransferView(tools.store(), dates);
        Transfers transfers =
                new Transfers(tools, new TransferRules(tools, calendar), view, settlement(tools, calendar, dates));
        return Map.of(
                "listTransfers", new TransferList(tools, view, dates)::list,
                "getTransfer", transfers::get,
                "createTransfer", transfers::create,
                "patchTransfer", transfers::patch,
                "listTransferSchedule", new TransferSchedules(calendar)::list);
    }

    @Override
    public Map<String, Duty> duties(Tools tools) {
        BankCalendar calendar = new BankCalendar(tools.settings());
        return Map.of(Transfer.COLLECTION, settlement(tools, calendar, dates(tools, calendar)));
    }

    private static TransferDates dates(Tools tools, BankCalendar calendar) {
        return new TransferDates(tools.store(), calendar, tools.settings());
    }

    private static Settlement settlement(Tools tools, BankCalendar calendar, TransferDates dates) {
        return new Settlement(tools, dates, new Ledger(tools, calendar));
    }
}
