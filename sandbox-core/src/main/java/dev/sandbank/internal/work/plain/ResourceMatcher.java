package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.dialect.Conditions;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.dialect.Visibility.Through;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.ResourceRule;
import dev.sandbank.internal.work.OperationContext;
import java.util.List;
import java.util.Optional;

/** Decides which resources a call means, and whether they fit their rules. */
public final class ResourceMatcher {

    private final Dialect dialect;
    private final CallFacts knowledge;

    public ResourceMatcher(Dialect dialect, OperationContext context) {
        this.dialect = dialect;
        this.knowledge = new CallFacts(dialect, context);
    }

    /** Whether the call names the resource at all. */
    public boolean concerns(Call call, ResourceRule rule) {
        Facts known = knowledge.ofCall(call);
        return rule.when().isEmpty() || new Conditions(known, known).hold(rule.when());
    }

    /** Returns the id of a resource that the call does not give, from the resources before it. */
    public Optional<String> otherwise(Call call, ResourceRule rule) {
        return Optional.ofNullable(rule.or()).flatMap(template -> Templates.fill(template, knowledge.ofCall(call)));
    }

    /**
     * Whether an entry has the members that the rule requires; defaults of the collection fill in absent ones. If the
     * path leads to it through an entry that it may belong to, it must belong to that one.
     */
    public boolean fits(Call call, ResourceRule rule, Entry entry) {
        return belongs(call, rule, entry) && hasMembers(call, rule, entry);
    }

    private boolean belongs(Call call, ResourceRule rule, Entry entry) {
        Through through = dialect.collection(rule.collection()).through();
        if (through == null || !rule.isOfThePath()) {
            return true;
        }
        String parent = entry.document().path(through.member()).asText();
        List<Resource> above = call.resources().stream()
                .filter(outer -> outer.rule().in().equals("path")
                        && outer.rule().collection().equals(through.collection()))
                .toList();
        return above.isEmpty()
                || above.stream().anyMatch(outer -> outer.entry().id().equals(parent));
    }

    private boolean hasMembers(Call call, ResourceRule rule, Entry entry) {
        return rule.where().isEmpty()
                || new Conditions(knowledge.ofEntry(call, entry), knowledge.ofCall(call)).hold(rule.conditions());
    }
}
