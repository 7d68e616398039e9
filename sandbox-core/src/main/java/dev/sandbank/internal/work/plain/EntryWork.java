package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.ResourceRule;
import dev.sandbank.internal.model.operation.WorkRule.EntryRule;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.OwnershipKeys;
import dev.sandbank.internal.work.plain.EntryChange.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the entry that an operation is about, and changes it. */
final class EntryWork {

    private final OperationContext context;
    private final CallFacts knowledge;
    private final OwnershipKeys keys;
    private final Placement placement;

    EntryWork(OperationContext context, CallFacts knowledge, OwnershipKeys keys, Placement placement) {
        this.context = context;
        this.knowledge = knowledge;
        this.keys = keys;
        this.placement = placement;
    }

    static EntryChange get(EntryRule rule) {
        return call -> about(call, rule, Outcome::about);
    }

    EntryChange replace(EntryRule rule) {
        return change(
                rule,
                (call, before) -> call.input().body().isMissingNode()
                        ? Optional.empty()
                        : MemberTemplates.content(call, rule.content()));
    }

    EntryChange patch(EntryRule rule) {
        return change(
                rule,
                (call, before) -> MemberTemplates.content(call, rule.content()).map(patch -> {
                    MergePatch.apply(before, patch);
                    return before;
                }));
    }

    EntryChange action(EntryRule rule) {
        return change(rule, (call, before) -> Optional.of(before));
    }

    EntryChange delete(EntryRule rule) {
        return call -> about(call, rule, entry -> {
            context.store().entries().delete(entry.collection(), entry.id());
            return Outcome.about(entry);
        });
    }

    private EntryChange change(EntryRule rule, BiFunction<Call, ObjectNode, Optional<ObjectNode>> edit) {
        return call -> about(
                call,
                rule,
                before -> edit.apply(call, before.document().deepCopy())
                        .map(document -> Outcome.about(write(before, document, rule.members(), knowledge.ofCall(call))))
                        .orElseGet(() -> new EntryChange.Refused(MemberTemplates.refusal(rule.content()))));
    }

    /** Replaces an entry's document; its id stays, and only these members determine its owner. */
    Entry write(Entry before, ObjectNode document, Map<String, JsonNode> members, Facts facts) {
        Entries entries = context.store().entries();
        String collection = before.collection();
        document.set("id", before.document().path("id"));
        placement.keep(document, before, members.keySet());
        MemberTemplates.set(document, members, facts);
        String owner = keys.owner(collection, document);
        String parent = keys.parent(collection, document);
        entries.replace(collection, before.id(), owner, parent, document);
        if (placement.isWatched(collection, document)) {
            context.store().alarms().set(collection, before.id(), context.now().get());
        }
        return entries.find(collection, before.id()).orElse(before);
    }

    /** Runs work on the entry that the rule names; if the call names none, there is none. */
    private static Outcome about(Call call, EntryRule rule, Function<Entry, Outcome> work) {
        String name = rule.of();
        Optional<Entry> entry = name == null ? lastOfPath(call) : CallFacts.resource(call, name);
        return entry.map(work).orElseGet(() -> new EntryChange.Refused(unnamed(call, name)));
    }

    private static Optional<Entry> lastOfPath(Call call) {
        return call.resources().stream()
                .filter(resource -> resource.rule().isOfThePath())
                .map(Resource::entry)
                .reduce((earlier, later) -> later);
    }

    private static Refusal unnamed(Call call, @Nullable String name) {
        List<ResourceRule> rules = call.operation().resources();
        ResourceRule rule = rules.stream()
                .filter(each -> name == null ? each.isOfThePath() : each.as().equals(name))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("the operation has no resource to work on"));
        String id = String.join(" ", call.idsOf(rule));
        return new Refusal.ResourceUnknown(rule.wording().unknown(), rule.named(id), rule.facts(id));
    }
}
