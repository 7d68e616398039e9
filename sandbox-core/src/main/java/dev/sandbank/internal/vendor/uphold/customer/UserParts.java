package dev.sandbank.internal.vendor.uphold.customer;

import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts;
import java.util.Map;

/** The parts about users that the dialect can name. */
public final class UserParts {

    private UserParts() {}

    public static VendorParts of(OperationContext context) {
        Cooldowns cooldowns = new Cooldowns(context);
        return new VendorParts(
                        Map.of(),
                        Map.of(
                                "cooldowns",
                                cooldowns::of,
                                "runningCooldowns",
                                (call, user) -> CooldownDeadlines.byName(user),
                                "afterCooldowns",
                                (call, user) -> UserCapabilities.afterCooldowns(user)),
                        Map.of())
                .and(terms(context))
                .and(capabilities(context));
    }

    private static VendorParts terms(OperationContext context) {
        Terms terms = new Terms(context);
        return new VendorParts(
                Map.of("termsInapplicable", terms::inapplicable, "termsAccepted", terms::accepted),
                Map.of(
                        "modifiedAt", Terms::modifiedAt,
                        "acceptedAt", terms::acceptedAt,
                        "areAskedFor", terms::areAskedFor,
                        "withNamedTerms", terms::withNamed,
                        "afterTerms", (call, user) -> UserCapabilities.afterTerms(user)),
                Map.of("termsOfService", terms::all));
    }

    private static VendorParts capabilities(OperationContext context) {
        return new VendorParts(Map.of(), Map.of(), Map.of("capabilities", new CapabilityList(context)::of));
    }
}
