package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.dialect.Conditions;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.WorkRule.StepRule;
import dev.sandbank.internal.work.OperationContext;
import java.util.List;
import java.util.Optional;

/** Runs the steps of an operation after its main work; the first refusal ends them. */
record FurtherSteps(OperationContext context, CallFacts knowledge, EntryWork entries, NewEntries newEntries) {

    private static final String ENTRY = "entry";
    private static final String EACH = "each";

    /** @param made the entry of the main work */
    Optional<Refusal> take(List<StepRule> steps, Call call, Optional<Entry> made) {
        Facts ofCall = knowledge.ofCall(call);
        Facts facts = made.map(entry -> naming(ENTRY, call, entry, ofCall)).orElse(ofCall);
        return steps.stream().flatMap(step -> take(step, call, facts).stream()).findFirst();
    }

    private Optional<Refusal> take(StepRule step, Call call, Facts facts) {
        if (step.create() != null) {
            return newEntries.make(step.create(), call, facts).fold(done -> Optional.empty(), Optional::of);
        }
        String resource = step.set() == null ? step.delete() : step.set();
        if (resource != null) {
            current(call, resource).ifPresent(entry -> change(step, entry, facts));
        } else if (step.each() != null) {
            fitting(call, step, facts).forEach(entry -> change(step, entry, naming(EACH, call, entry, facts)));
        }
        return Optional.empty();
    }

    private void change(StepRule step, Entry entry, Facts facts) {
        if (step.gone() || step.delete() != null) {
            context.store().entries().delete(entry.collection(), entry.id());
        } else {
            entries.write(entry, entry.document().deepCopy(), step.members(), facts);
        }
    }

    /**
     * Returns the resource that the call names, as the steps before left it; empty if it names none or that was
     * removed.
     */
    private Optional<Entry> current(Call call, String resource) {
        return CallFacts.resource(call, resource)
                .flatMap(entry -> context.store().entries().find(entry.collection(), entry.id()));
    }

    private List<Entry> fitting(Call call, StepRule step, Facts facts) {
        return context.visible().list(call.subject(), String.valueOf(step.each())).stream()
                .filter(entry -> new Conditions(knowledge.ofEntry(call, entry), facts).hold(step.only()))
                .toList();
    }

    /** Adds those of an entry under a name to other facts. */
    private Facts naming(String name, Call call, Entry entry, Facts others) {
        Facts own = knowledge.ofEntry(call, entry);
        return fact -> fact.equals(name)
                ? knowledge.whole(entry)
                : fact.startsWith(name + ".") ? own.get(fact.substring(name.length() + 1)) : others.get(fact);
    }
}
