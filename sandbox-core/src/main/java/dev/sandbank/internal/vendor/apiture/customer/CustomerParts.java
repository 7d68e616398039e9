package dev.sandbank.internal.vendor.apiture.customer;

import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts;
import dev.sandbank.internal.work.VendorParts.EntryFact;
import java.util.Map;

/** The parts about customers that the dialect can name. */
public final class CustomerParts {

    private CustomerParts() {}

    public static VendorParts of(OperationContext context) {
        Customers customers = new Customers(context.store());
        Map<String, EntryFact> ofEntry = Map.of(
                "customerId", (call, user) -> Customers.idOf(user),
                "customerType", (call, user) -> customers.type(user),
                "businesses", (call, user) -> customers.businesses(user),
                "address", (call, user) -> PostalAddress.of(user),
                "changedClaims", Customers::changedClaims);
        return new VendorParts(Map.of("emailTaken", customers::emailTaken), ofEntry, Map.of());
    }
}
