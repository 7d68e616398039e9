package dev.sandbank.internal.vendor.apiture;

import dev.sandbank.internal.work.Tools;
import dev.sandbank.internal.work.Vendor;
import dev.sandbank.internal.work.Work;
import java.util.Map;

/** Apiture Digital Banking: which class does the work of which operation. */
public final class Apiture implements Vendor {

    @Override
    public String name() {
        return "apiture";
    }

    @Override
    public Map<String, Work> works(Tools tools) {
        Accounts accounts = new Accounts(tools);
        Balances balances = new Balances(tools);
        Transactions transactions = new Transactions(tools);
        return Map.of(
                "listAccounts", accounts::list,
                "getAccount", accounts::get,
                "listAccountBalances", balances::list,
                "listTransactions", transactions::list);
    }
}
