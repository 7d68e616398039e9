package dev.sandbank.internal.vendor.uphold;

import dev.sandbank.internal.work.Tools;
import dev.sandbank.internal.work.Vendor;
import dev.sandbank.internal.work.Work;
import java.util.Map;

/** Uphold Enterprise: which class does the work of which operation. */
public final class Uphold implements Vendor {

    @Override
    public String name() {
        return "uphold";
    }

    @Override
    public Map<String, Work> works(Tools tools) {
        Users users = new Users(tools);
        Accounts accounts = new Accounts(tools);
        return Map.of(
                "core.get-user", users::me,
                "core.list-accounts", accounts::list,
                "core.get-account", accounts::get,
                "core.create-account", accounts::create);
    }
}
