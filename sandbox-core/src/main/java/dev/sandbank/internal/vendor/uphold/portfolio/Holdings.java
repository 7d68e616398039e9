package dev.sandbank.internal.vendor.uphold.portfolio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.vendor.uphold.asset.RateTable;
import dev.sandbank.internal.vendor.uphold.asset.UpholdBalances;
import dev.sandbank.internal.vendor.uphold.portfolio.AccountHistory.Balance;
import dev.sandbank.internal.work.OperationContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A user's holdings by asset. */
final class Holdings {

    private final OperationContext context;

    Holdings(OperationContext context) {
        this.context = context;
    }

    /** Returns an entry for each asset that the user has any of: its worth and, if the call asks for it, its amount. */
    List<Entry> now(Call call) {
        Worth worth = Worth.of(call, context);
        RateTable table = worth.rates().now();
        boolean withBase = call.input().get("includeBase").asBoolean();
        List<Entry> shown = new ArrayList<>();
        byAsset(Scope.of(call, context).accounts(), Holdings::present).forEach((asset, holding) -> {
            Balance base = holding.balance();
            Balance valued = worth.of(base, asset, table);
            ObjectNode document =
                    withBase ? worth.shown(valued, base, worth.assets().get(asset)) : worth.shown(valued);
            shown.add(holding.first().with(document.put("asset", asset)));
        });
        return shown;
    }

    /** Returns the worth of all holdings together. */
    ObjectNode summary(Call call) {
        Balance all = now(call).stream()
                .map(holding -> new Balance(amount(holding, "total"), amount(holding, "available")))
                .reduce(Balance.nothing(), Balance::and);
        return Worth.of(call, context).shown(all);
    }

    private static BigDecimal amount(Entry holding, String member) {
        return new BigDecimal(holding.document().path(member).asText());
    }

    /** The balance of several accounts in one asset, with the first of these accounts. */
    record Holding(Entry first, Balance balance) {

        private Holding and(Holding more) {
            return new Holding(first, balance.and(more.balance));
        }
    }

    private static Optional<Balance> present(Entry account) {
        return Optional.of(
                new Balance(UpholdBalances.total(account.document()), UpholdBalances.available(account.document())));
    }

    /** Returns the holdings by the code of the asset, without empty ones. */
    static Map<String, Holding> byAsset(List<Entry> accounts, Function<Entry, Optional<Balance>> balance) {
        Map<String, Holding> all = new TreeMap<>();
        accounts.forEach(account -> balance.apply(account)
                .ifPresent(held -> all.merge(Scope.asset(account), new Holding(account, held), Holding::and)));
        all.values().removeIf(holding -> holding.balance().total().signum() == 0);
        return all;
    }
}
