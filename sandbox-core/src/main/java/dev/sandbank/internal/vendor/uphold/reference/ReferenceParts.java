package dev.sandbank.internal.vendor.uphold.reference;

import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts;
import java.util.Map;

/** What the dialect may name of reference data. */
public final class ReferenceParts {

    private ReferenceParts() {}

    public static VendorParts of(OperationContext context) {
        return countries(context);
    }

    private static VendorParts countries(OperationContext context) {
        Countries countries = new Countries(context.store().entries());
        return new VendorParts(
                Map.of(),
                Map.of(
                        "countryName", Countries::name,
                        "nationalCurrency", Countries::currency,
                        "subdivisions", Countries::subdivisions),
                Map.of("countries", countries::all, "countryOfPath", countries::ofPath));
    }
}
