package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.ResourceRule;
import dev.sandbank.internal.work.Tools;

/** Whether an entry is such as a resource of a call must be; members that it lacks are the collection's defaults. */
public final class Fitting {

    private final Knowledge knowledge;

    public Fitting(Dialect dialect, Tools tools) {
        this.knowledge = new Knowledge(dialect, tools);
    }

    public boolean fits(Call call, ResourceRule rule, Entry entry) {
        return rule.where().isEmpty()
                || new Conditions(knowledge.ofEntry(call, entry), knowledge.ofCall(call)).hold(rule.conditions());
    }
}
