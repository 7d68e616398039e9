package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Checks that the user has the permissions which the operation needs on its resources. A client that acts for itself
 * needs none.
 */
public final class RequireEntitlements implements Gate<Call> {

    private final BiFunction<String, Entry, Set<String>> permissions;

    /** @param permissions returns what a user, by id, may do on a resource */
    public RequireEntitlements(BiFunction<String, Entry, Set<String>> permissions) {
        this.permissions = permissions;
    }

    @Override
    public Verdict<Call> examine(Call call) {
        if (call.subject().isClient()) {
            return Verdict.pass(call, "no user, no entitlement needed");
        }
        List<String> checked = new ArrayList<>();
        for (Resource resource : call.resources()) {
            String needed = resource.rule().permission();
            if (needed != null) {
                Set<String> held = permissions.apply(call.subject().id(), resource.entry());
                if (!held.contains(needed)) {
                    return Verdict.refuse(missing(call, resource, needed, held));
                }
                checked.add(needed + " on " + resource.entry().id());
            }
        }
        return Verdict.pass(call, checked.isEmpty() ? "no entitlement needed" : "holds " + String.join(", ", checked));
    }

    private static Refusal missing(Call call, Resource resource, String needed, Set<String> held) {
        String phrase = resource.rule().wording().denied();
        return new Refusal.EntitlementMissing(
                phrase, call.subject().id(), resource.entry().id(), needed, held);
    }
}
