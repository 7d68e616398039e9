package dev.sandbank.internal.vendor.uphold.transaction;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.vendor.uphold.asset.UpholdRefusals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The headers in which a caller describes the person behind a call, if the bank must know. */
public final class UserContext {

    public static final String IP = "X-Uphold-User-Ip";
    private static final String AGENT = "X-Uphold-User-Agent";

    private final Store store;

    public UserContext(Store store) {
        this.store = store;
    }

    /** Checks these headers for cards and alternative payment methods. */
    public Optional<Refusal> against(Call call, TransactionLegs deal) {
        return deal.outside().isApm() || isCard(deal.outside()) ? missing(call, IP, AGENT) : Optional.empty();
    }

    private boolean isCard(Node outside) {
        return outside.isExternalAccount()
                && store.entries()
                        .find("externalAccounts", outside.id())
                        .filter(account ->
                                account.document().path("type").asText().equals("card"))
                        .isPresent();
    }

    public static Optional<Refusal> missing(Call call, String... needed) {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put(IP, "missing-user-ip-header");
        reasons.put(AGENT, "missing-user-agent-header");
        reasons.keySet().retainAll(List.of(needed));
        reasons.keySet().removeIf(call.input()::has);
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(UpholdRefusals.notPermitted(
                        "Request not allowed due to missing user context", List.copyOf(reasons.values())));
    }
}
