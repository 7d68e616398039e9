package dev.sandbank.internal.vendor.uphold.portfolio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.vendor.uphold.asset.RateTable;
import dev.sandbank.internal.vendor.uphold.asset.Ratio;
import dev.sandbank.internal.vendor.uphold.asset.UpholdBalances;
import dev.sandbank.internal.vendor.uphold.portfolio.AccountHistory.Balance;
import dev.sandbank.internal.vendor.uphold.portfolio.Holdings.Holding;
import dev.sandbank.internal.vendor.uphold.transaction.UpholdTransactions;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts;
import dev.sandbank.internal.work.VendorParts.CallFact;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A user's holdings at the end of a month, and the transactions of that month, with the rates of the time. */
final class MonthlyStatements {

    private final OperationContext context;

    private MonthlyStatements(OperationContext context) {
        this.context = context;
    }

    static VendorParts of(OperationContext context) {
        MonthlyStatements statements = new MonthlyStatements(context);
        Map<String, CallFact> ofCall = new HashMap<>();
        ofCall.put("periodFrom", call -> Period.of(call).firstText());
        ofCall.put("periodTo", call -> Period.of(call).lastText());
        ofCall.put("noPeriod", statements::noPeriod);
        ofCall.put("holdingsUnpriced", call -> statements.unpriced(call, List.of(statements.heldAssets(call))));
        ofCall.put("transactionsUnpriced", call -> statements.unpriced(call, statements.movedAssets(call)));
        ofCall.put(
                "ratesOfPeriod",
                call -> statements.rates(
                        call, statements.heldAssets(call), Period.of(call).to()));
        return new VendorParts(
                ofCall,
                Map.of(
                        "ratesThen",
                        (call, transaction) -> statements.rates(call, assets(transaction), transaction.createdAt())),
                Map.of("holdingsOfPeriod", statements::holdings));
    }

    /** Refuses a month that is not over, or that was over before the user was created. */
    private @Nullable Finding noPeriod(Call call) {
        Period period = Period.of(call);
        if (period.next().isAfter(context.now().get())) {
            return new Finding("The month is not over yet", Map.of());
        }
        boolean tooEarly = context.store()
                .entries()
                .find(Directory.USERS, call.subject().id())
                .filter(user -> period.to().isBefore(user.createdAt()))
                .isPresent();
        return tooEarly ? new Finding("The month was over before the user was created", Map.of()) : null;
    }

    private @Nullable Finding unpriced(Call call, Collection<Set<String>> assets) {
        Worth worth = Worth.of(call, context);
        String denomination = worth.in().code();
        boolean isUnknown = !context.store().entries().isEmpty("assets")
                && context.store().entries().find("assets", denomination).isEmpty();
        RateTable table = worth.rates().now();
        return isUnknown
                        || assets.stream()
                                .flatMap(Set::stream)
                                .anyMatch(asset -> worth.price(asset, table).isEmpty())
                ? new Finding("There are no rates in " + denomination, Map.of())
                : null;
    }

    /** Returns the holdings, each in its own asset. */
    private List<Entry> holdings(Call call) {
        Worth worth = Worth.of(call, context);
        List<Entry> shown = new ArrayList<>();
        held(call).forEach((asset, holding) -> {
            ObjectNode document = JsonNodeFactory.instance
                    .objectNode()
                    .put("asset", asset)
                    .put(
                            "total",
                            Worth.text(holding.balance().total(), worth.assets().get(asset)));
            shown.add(holding.first().with(document));
        });
        return shown;
    }

    private Map<String, Holding> held(Call call) {
        AccountHistory history =
                new AccountHistory(context.store(), call.subject().id());
        Instant end = Period.of(call).to();
        return Holdings.byAsset(
                context.visible().list(call.subject(), UpholdBalances.ACCOUNTS),
                account -> Optional.ofNullable(history.of(account).floorEntry(end))
                        .map(Map.Entry<Instant, Balance>::getValue));
    }

    private Set<String> heldAssets(Call call) {
        return held(call).keySet();
    }

    private List<Set<String>> movedAssets(Call call) {
        Period period = Period.of(call);
        return context.visible().list(call.subject(), UpholdTransactions.TRANSACTIONS).stream()
                .filter(period::hasMade)
                .map(MonthlyStatements::assets)
                .toList();
    }

    /** Returns the assets that a transaction moves or charges. */
    private static Set<String> assets(Entry transaction) {
        ObjectNode document = transaction.document();
        Set<String> assets = new TreeSet<>();
        assets.add(document.at("/origin/asset").asText());
        assets.add(document.at("/destination/asset").asText());
        document.path("fees").forEach(fee -> assets.add(fee.path("asset").asText()));
        return assets;
    }

    /** Returns the rates by pair, such as {@code BTC-USD}, without that of the denomination in itself. */
    private ObjectNode rates(Call call, Set<String> assets, Instant at) {
        Worth worth = Worth.of(call, context);
        RateTable table = worth.rates().atOrFirst(at);
        String denomination = worth.in().code();
        ObjectNode rates = JsonNodeFactory.instance.objectNode();
        assets.stream()
                .filter(asset -> !asset.equals(denomination))
                .forEach(asset -> worth.price(asset, table)
                        .map(Ratio::text)
                        .ifPresent(rate -> rates.put(asset + "-" + denomination, rate)));
        return rates;
    }
}
