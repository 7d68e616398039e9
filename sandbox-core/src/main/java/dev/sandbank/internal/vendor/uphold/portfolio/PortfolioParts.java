package dev.sandbank.internal.vendor.uphold.portfolio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.vendor.uphold.asset.RateTable;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts;
import dev.sandbank.internal.work.VendorParts.CallFact;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts about the worth, past worth and earnings of a user's accounts that the dialect can name. */
public final class PortfolioParts {

    private final OperationContext context;

    private PortfolioParts(OperationContext context) {
        this.context = context;
    }

    public static VendorParts of(OperationContext context) {
        PortfolioParts parts = new PortfolioParts(context);
        Holdings holdings = new Holdings(context);
        Map<String, CallFact> ofCall = new HashMap<>();
        ofCall.put("unpriced", parts::unpriced);
        ofCall.put("summary", holdings::summary);
        ofCall.put("performance", parts::performance);
        ofCall.put("performanceOfAsset", call -> new Performance(call, context).ofOneAsset(Scope.of(call, context)));
        ofCall.put("performances", parts::performances);
        ofCall.put("historicalBalance", call -> HistoricalBalance.of(call, context));
        return new VendorParts(ofCall, Map.of(), Map.of("holdings", holdings::now)).and(MonthlyStatements.of(context));
    }

    /** Returns the first asset without a rate in the asset that the call asks for. */
    private @Nullable Finding unpriced(Call call) {
        Worth worth = Worth.of(call, context);
        RateTable table = worth.rates().now();
        return Scope.concerned(call, context).stream()
                .filter(asset -> worth.price(asset, table).isEmpty())
                .findFirst()
                .map(asset -> new Finding(
                        "There is no rate between " + asset + " and "
                                + worth.in().code(),
                        Map.of()))
                .orElse(null);
    }

    private ObjectNode performance(Call call) {
        return new Performance(call, context).of(Scope.of(call, context));
    }

    private Map<String, ObjectNode> performances(Call call) {
        Performance performance = new Performance(call, context);
        Map<String, ObjectNode> each = new LinkedHashMap<>();
        Scope.each(call, context).forEach((name, scope) -> each.put(name, performance.ofOneAsset(scope)));
        return each;
    }
}
