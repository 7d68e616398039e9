package dev.sandbank.internal.vendor.uphold.asset;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.work.AccessFilter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A user's default account for each asset: the one that the fixture marks, otherwise the oldest. */
public record DefaultAccounts(AccessFilter visible) {

    /** Sorts accounts that a fixture marks before the oldest. */
    private static final Comparator<Entry> BY_CLAIM = Comparator.comparing(
                    (Entry account) -> !account.document().path("default").asBoolean())
            .thenComparing(Entry::createdAt);

    public List<Entry> of(Call call) {
        Map<String, Entry> byAsset = new LinkedHashMap<>();
        visible.list(call.subject(), UpholdBalances.ACCOUNTS)
                .forEach(account -> byAsset.merge(
                        account.document().path("asset").asText(),
                        account,
                        (one, other) -> BY_CLAIM.compare(other, one) < 0 ? other : one));
        return List.copyOf(byAsset.values());
    }
}
