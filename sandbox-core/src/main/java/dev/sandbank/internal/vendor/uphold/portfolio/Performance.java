package dev.sandbank.internal.vendor.uphold.portfolio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.vendor.uphold.asset.Ratio;
import dev.sandbank.internal.vendor.uphold.portfolio.AccountHistory.Balance;
import dev.sandbank.internal.work.OperationContext;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was paid for present holdings, and what they have earned since. An incoming amount counts at the rate of that
 * moment; an outgoing one takes its share of the price with it.
 */
final class Performance {

    private final AccountHistory history;
    private final Worth worth;
    private final Instant from;

    Performance(Call call, OperationContext context) {
        this.history = new AccountHistory(context.store(), call.subject().id());
        this.worth = Worth.of(call, context);
        Instant now = context.now().get();
        this.from = Interval.of(call).map(interval -> interval.before(now)).orElse(Instant.MIN);
    }

    /** An amount of one asset, and what was paid for it. */
    private record Holding(BigDecimal amount, BigDecimal paid) {

        static Holding none() {
            return new Holding(BigDecimal.ZERO, BigDecimal.ZERO);
        }

        Holding in(BigDecimal more, BigDecimal price) {
            return new Holding(amount.add(more), paid.add(price));
        }

        Holding out(BigDecimal less) {
            BigDecimal left = amount.subtract(less);
            return new Holding(
                    left,
                    left.signum() <= 0 ? BigDecimal.ZERO : paid.multiply(left).divide(amount, MathContext.DECIMAL128));
        }
    }

    /** Returns the performance of all accounts of a user. */
    ObjectNode of(Scope scope) {
        return figures(
                scope.assets().stream().map(asset -> valued(asset, scope)).reduce(Valued.nothing(), Valued::and));
    }

    /** Returns the performance of accounts in one asset, with the average price of one unit. */
    ObjectNode ofOneAsset(Scope scope) {
        Holding holding = holding(scope.asset(), scope);
        String price = holding.amount().signum() > 0 ? new Ratio(holding.paid(), holding.amount()).text() : "0";
        return of(scope).put("averagePricePaid", price);
    }

    private ObjectNode figures(Valued all) {
        BigDecimal invested = worth.rounded(all.paid());
        return JsonNodeFactory.instance
                .objectNode()
                .put("totalInvested", worth.text(invested))
                .put("unrealizedGains", worth.text(worth.rounded(all.value()).subtract(invested)));
    }

    /** What was paid for holdings, and their present worth. */
    private record Valued(BigDecimal paid, BigDecimal value) {

        static Valued nothing() {
            return new Valued(BigDecimal.ZERO, BigDecimal.ZERO);
        }

        Valued and(Valued more) {
            return new Valued(paid.add(more.paid), value.add(more.value));
        }
    }

    private Valued valued(String asset, Scope scope) {
        Holding holding = holding(asset, scope);
        return new Valued(
                holding.paid(), worth.of(holding.amount(), asset, worth.rates().now()));
    }

    private Holding holding(String asset, Scope scope) {
        Holding holding = Holding.none();
        for (Map.Entry<Instant, BigDecimal> change : changes(asset, scope).entrySet()) {
            BigDecimal amount = change.getValue();
            holding = amount.signum() < 0
                    ? holding.out(amount.negate())
                    : holding.in(amount, worth.of(amount, asset, worth.rates().atOrFirst(change.getKey())));
        }
        return holding;
    }

    /**
     * Returns the changes of an asset's amount by their moments; transfers between the user's accounts are not changes.
     */
    private NavigableMap<Instant, BigDecimal> changes(String asset, Scope scope) {
        NavigableMap<Instant, BigDecimal> changes = new TreeMap<>();
        for (Entry account : scope.accounts()) {
            if (Scope.asset(account).equals(asset)) {
                merge(history.of(account), changes);
            }
        }
        return changes;
    }

    /** Adds the changes of an account; what it began with counts as the first payment. */
    private void merge(NavigableMap<Instant, Balance> known, NavigableMap<Instant, BigDecimal> changes) {
        BigDecimal before = BigDecimal.ZERO;
        for (Map.Entry<Instant, Balance> each : known.entrySet()) {
            boolean old =
                    each.getKey().equals(known.firstKey()) || each.getKey().isBefore(from);
            BigDecimal total = each.getValue().total();
            changes.merge(old ? from : each.getKey(), total.subtract(before), BigDecimal::add);
            before = total;
        }
    }
}
