package dev.sandbank.internal.vendor.apiture.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.store.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a caller may do on an account, as the {@code allows} object tells it (contract: accountPermissions). */
public final class Permissions {

    /** The flags of a list item. */
    public static final List<String> IN_LISTS =
            List.of("billPay", "mobileCheckDeposit", "transferFrom", "transferTo", "view", "viewCards", "manageCards");

    /** The flags of a single account. */
    public static final List<String> IN_FULL = full();

    /** What an account held elsewhere can allow; the rest is for internal accounts only. */
    private static final Set<String> EXTERNAL = Set.of("transferFrom", "transferTo", "view");

    private final Links links;

    public Permissions(Links links) {
        this.links = links;
    }

    private static List<String> full() {
        List<String> flags = new ArrayList<>(IN_LISTS);
        flags.addAll(List.of("manageJointOwners", "manageOverdraftAccounts"));
        return List.copyOf(flags);
    }

    /** The permissions of this caller: entitlements for a user; whatever the account can allow for a client by itself. */
    public Set<String> of(Subject caller, Entry account) {
        if (caller.isUser()) {
            return links.permissions(caller.id(), account.collection(), account.id());
        }
        return AccountView.isInternal(account) ? Set.copyOf(IN_FULL) : EXTERNAL;
    }

    public static ObjectNode show(Set<String> held, List<String> flags) {
        ObjectNode allows = JsonNodeFactory.instance.objectNode();
        flags.forEach(flag -> allows.put(flag, held.contains(flag)));
        return allows;
    }
}
