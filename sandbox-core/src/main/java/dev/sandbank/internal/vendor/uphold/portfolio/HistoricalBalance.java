package dev.sandbank.internal.vendor.uphold.portfolio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.vendor.uphold.asset.RateTable;
import dev.sandbank.internal.vendor.uphold.portfolio.AccountHistory.Balance;
import dev.sandbank.internal.work.OperationContext;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;

/** The worth of accounts at each moment of an interval; moments before the first account are left out. */
final class HistoricalBalance {

    private final Scope scope;
    private final Worth worth;
    private final boolean withBase;
    private final List<KnownAccount> accounts;

    private HistoricalBalance(Call call, OperationContext context) {
        AccountHistory history =
                new AccountHistory(context.store(), call.subject().id());
        this.scope = Scope.of(call, context);
        this.worth = Worth.of(call, context);
        this.withBase = call.input().get("includeBase").asBoolean();
        this.accounts = scope.accounts().stream()
                .map(account -> KnownAccount.of(account, history))
                .toList();
    }

    private record KnownAccount(String asset, NavigableMap<Instant, Balance> history) {

        static KnownAccount of(Entry account, AccountHistory history) {
            return new KnownAccount(Scope.asset(account), history.of(account));
        }

        boolean existsAt(Instant at) {
            return !history.firstKey().isAfter(at);
        }

        Balance balance(Instant at) {
            return history.floorEntry(at).getValue();
        }
    }

    static ArrayNode of(Call call, OperationContext context) {
        HistoricalBalance balances = new HistoricalBalance(call, context);
        Instant now = context.now().get();
        ArrayNode points = JsonNodeFactory.instance.arrayNode();
        Interval.of(call).orElse(Interval.ONE_DAY).until(now).forEach(at -> {
            RateTable table = at.equals(now)
                    ? balances.worth.rates().now()
                    : balances.worth.rates().atOrFirst(at);
            points.add(balances.point(at, table));
        });
        return points;
    }

    private ObjectNode point(Instant at, RateTable table) {
        ObjectNode point = JsonNodeFactory.instance.objectNode().put("timestamp", Timestamps.text(at));
        List<KnownAccount> there =
                accounts.stream().filter(account -> account.existsAt(at)).toList();
        // If the user never had the asset, its amount was zero at any time.
        if (!there.isEmpty() || (accounts.isEmpty() && !scope.assets().isEmpty())) {
            point.set("balance", balance(there, at, table));
        }
        return point;
    }

    private ObjectNode balance(List<KnownAccount> there, Instant at, RateTable table) {
        Balance base = Balance.nothing();
        Balance all = Balance.nothing();
        for (KnownAccount account : there) {
            Balance balance = account.balance(at);
            base = base.and(balance);
            all = all.and(worth.of(balance, account.asset(), table));
        }
        return withBase ? worth.shown(all, base, worth.assets().get(scope.asset())) : worth.shown(all);
    }
}
