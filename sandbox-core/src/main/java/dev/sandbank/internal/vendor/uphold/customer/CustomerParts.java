package dev.sandbank.internal.vendor.uphold.customer;

import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts;
import java.util.Map;

/** What the dialect may name of users. */
public final class CustomerParts {

    private CustomerParts() {}

    public static VendorParts of(OperationContext context) {
        Cooldowns cooldowns = new Cooldowns(context);
        return new VendorParts(
                Map.of(),
                Map.of(
                        "cooldowns",
                        cooldowns::of,
                        "afterCooldowns",
                        (call, user) -> UserCapabilities.afterCooldowns(user)),
                Map.of());
    }
}
