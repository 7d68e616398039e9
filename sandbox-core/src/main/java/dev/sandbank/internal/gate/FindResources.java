package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.model.operation.ResourceRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the resources that the call names, as far as its subject may see them. */
public final class FindResources implements Gate<Call> {

    /** Looks up entries as a call may see them. */
    public interface Lookup {

        /** Finds an entry that the call's subject may see and that fits the rule. */
        Optional<Entry> find(Call call, ResourceRule rule, String id);

        /** Whether the fixture has no such collection, so that any id is accepted. */
        boolean isOpen(String collection);

        /** Whether the rule applies to the call. */
        boolean concerns(Call call, ResourceRule rule);

        /** Returns the default id if the call names none. */
        Optional<String> otherwise(Call call, ResourceRule rule);

        /** Finds the only entry of a collection that the call's subject may see and that {@code where} fits. */
        Optional<Entry> single(Call call, ResourceRule rule);

        /** Whether such an entry exists, visible or not. */
        boolean exists(ResourceRule rule, String id);
    }

    private final Lookup lookup;

    public FindResources(Lookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public Verdict<Call> examine(Call call) {
        List<Resource> found = new ArrayList<>();
        for (ResourceRule rule : call.operation().resources()) {
            Call known = call.with(found);
            List<String> ids = ids(known, rule);
            boolean any = !rule.isOfThePath() && lookup.isOpen(rule.collection());
            for (String id : any ? List.<String>of() : ids) {
                Optional<Entry> entry = rule.isSingle() ? lookup.single(known, rule) : lookup.find(known, rule, id);
                if (entry.isEmpty()) {
                    String phrase = lookup.exists(rule, id)
                            ? rule.wording().hidden()
                            : rule.wording().unknown();
                    return Verdict.refuse(new Refusal.ResourceUnknown(phrase, rule.named(id), rule.facts(id)));
                }
                found.add(new Resource(rule, entry.get()));
            }
        }
        return Verdict.pass(call.with(found), describe(found));
    }

    private List<String> ids(Call call, ResourceRule rule) {
        if (!lookup.concerns(call, rule)) {
            return List.of();
        }
        if (rule.isSingle()) {
            return List.of("");
        }
        List<String> named = call.idsOf(rule);
        return named.isEmpty() ? lookup.otherwise(call, rule).stream().toList() : named;
    }

    private static String describe(List<Resource> found) {
        return found.isEmpty()
                ? "no resource named"
                : String.join(", ", found.stream().map(one -> one.entry().id()).toList());
    }
}
