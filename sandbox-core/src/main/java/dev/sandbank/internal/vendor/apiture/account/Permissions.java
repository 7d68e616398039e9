package dev.sandbank.internal.vendor.apiture.account;

import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.store.Links;
import java.util.Set;

/** A caller's permissions on an account (contract: accountPermissions). */
public final class Permissions {

    /** The permissions for accounts at this institution. */
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

    /** The permissions for accounts at other institutions; all others are for internal accounts only. */
    private static final Set<String> EXTERNAL = Set.of("transferFrom", "transferTo", "view");

    private final Links links;

    public Permissions(Links links) {
        this.links = links;
    }

    /**
     * Returns the caller's permissions: a user's entitlements, or for a client without a user all permissions for this
     * kind of account.
     */
    public Set<String> of(Subject caller, Entry account) {
        if (caller.isUser()) {
            return links.permissions(caller.id(), account.collection(), account.id());
        }
        return AccountNames.isInternal(account) ? INTERNAL : EXTERNAL;
    }
}
