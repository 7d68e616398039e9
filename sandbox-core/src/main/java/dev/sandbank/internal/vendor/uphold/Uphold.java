package dev.sandbank.internal.vendor.uphold;

import dev.sandbank.internal.work.Answers;
import dev.sandbank.internal.work.Duty;
import dev.sandbank.internal.work.Tools;
import dev.sandbank.internal.work.Vendor;
import dev.sandbank.internal.work.Work;
import java.util.Map;

/** Uphold Enterprise: which class does the work of which operation, and what happens as time passes. */
public final class Uphold implements Vendor {

    @Override
    public String name() {
        return "uphold";
    }

    @Override
    public Map<String, Work> works(Tools tools, Answers answers) {
        Users users = new Users(tools, answers);
        Accounts accounts = new Accounts(tools, answers);
        Quotes quotes = new Quotes(tools, answers);
        Transactions transactions = new Transactions(tools, answers, new Settlement(tools));
        return Map.of(
                "core.create-user", users::create,
                "core.delete-user", users::delete,
                "core.create-account", accounts::create,
                "core.archive-account", accounts::archive,
                "core.list-default-accounts", accounts::listDefaults,
                "core.create-quote", quotes::create,
                "core.create-transaction", transactions::create);
    }

    @Override
    public Map<String, Duty> duties(Tools tools) {
        return Map.of(
                Quotes.QUOTES, new Expiry(tools),
                Transactions.TRANSACTIONS, new Settlement(tools));
    }
}
