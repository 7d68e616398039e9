package dev.sandbank.internal.vendor.apiture.account;

import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.store.Links;
import java.util.Set;

/** What a caller may do on an account (contract: accountPermissions). */
public final class Permissions {

    /** What an account held here can allow. */
    private static final Set<String> INTERNAL = Set.of(
            "billPay",
            "mobileCheckDeposit",
            "transferFrom",
            "transferTo",
            "view",
            "viewCards",
            "manageCards",
            "manageJointOwners",
            "manageOverdraftAccounts");

    /** What an account held elsewhere can allow; the rest is for internal accounts only. */
    private static final Set<String> EXTERNAL = Set.of("transferFrom", "transferTo", "view");

    private final Links links;

    public Permissions(Links links) {
        this.links = links;
    }

    /** The permissions of this caller: entitlements for a user; whatever the account can allow for a client by itself. */
    public Set<String> of(Subject caller, Entry account) {
        if (caller.isUser()) {
            return links.permissions(caller.id(), account.collection(), account.id());
        }
        return AccountNames.isInternal(account) ? INTERNAL : EXTERNAL;
    }
}
