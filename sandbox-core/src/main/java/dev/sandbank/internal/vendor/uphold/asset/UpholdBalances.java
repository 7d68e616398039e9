package dev.sandbank.internal.vendor.uphold.asset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Entries;
import java.math.BigDecimal;

/** The balances of accounts: the total, and what is available while the rest is held for pending transactions. */
public final class UpholdBalances {

    public static final String ACCOUNTS = "accounts";

    private final Entries entries;
    private final Assets assets;

    public UpholdBalances(Entries entries, Assets assets) {
        this.entries = entries;
        this.assets = assets;
    }

    public static BigDecimal total(ObjectNode account) {
        return new BigDecimal(account.path("balance").asText("0"));
    }

    public static BigDecimal available(ObjectNode account) {
        return account.has("available")
                ? new BigDecimal(account.path("available").asText())
                : total(account);
    }

    /** Whether any account of a user has a balance. */
    public static boolean hasAny(Entries entries, String user) {
        return entries.ownedBy(ACCOUNTS, user).stream()
                .anyMatch(account -> total(account.document()).signum() > 0);
    }

    /** Adds amounts to both balances; does nothing if the account no longer exists. */
    public void change(String account, BigDecimal total, BigDecimal available) {
        entries.find(ACCOUNTS, account).ifPresent(entry -> change(entry, total, available));
    }

    private void change(Entry account, BigDecimal total, BigDecimal available) {
        ObjectNode document = account.document();
        Asset asset = assets.get(document.path("asset").asText());
        BigDecimal newTotal = total(document).add(total);
        BigDecimal newAvailable = available(document).add(available);
        document.put("balance", asset.text(newTotal));
        document.put("available", asset.text(newAvailable));
        entries.replace(ACCOUNTS, account.id(), document);
    }
}
