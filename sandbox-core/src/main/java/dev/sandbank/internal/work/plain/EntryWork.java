package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.model.operation.ReplyRule;
import dev.sandbank.internal.model.operation.ResourceRule;
import dev.sandbank.internal.model.operation.WorkRule.EntryRule;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.OperationHandler;
import dev.sandbank.internal.work.OwnershipKeys;
import dev.sandbank.internal.work.Result;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers with one entry, or changes it first. */
final class EntryWork {

    private final OperationContext context;
    private final MemberTemplates members;
    private final ViewRenderer showing;
    private final OwnershipKeys keys;
    private final Placement placement;

    EntryWork(
            OperationContext context,
            MemberTemplates members,
            ViewRenderer showing,
            OwnershipKeys keys,
            Placement placement) {
        this.context = context;
        this.members = members;
        this.showing = showing;
        this.keys = keys;
        this.placement = placement;
    }

    OperationHandler get(EntryRule rule, ReplyRule reply) {
        return call -> about(call, rule, entry -> showing.about(call, entry, reply));
    }

    OperationHandler replace(EntryRule rule, ReplyRule reply) {
        return change(
                rule,
                reply,
                (call, before) ->
                        call.input().body().isMissingNode() ? Optional.empty() : MemberTemplates.content(call));
    }

    OperationHandler patch(EntryRule rule, ReplyRule reply) {
        return change(
                rule,
                reply,
                (call, before) -> MemberTemplates.content(call).map(patch -> {
                    MergePatch.apply(before, patch);
                    return before;
                }));
    }

    OperationHandler action(EntryRule rule, ReplyRule reply) {
        return change(rule, reply, (call, before) -> Optional.of(before));
    }

    OperationHandler delete(EntryRule rule, ReplyRule reply) {
        return call -> about(call, rule, entry -> {
            context.store().entries().delete(entry.collection(), entry.id());
            return showing.about(call, entry, reply);
        });
    }

    private OperationHandler change(
            EntryRule rule, ReplyRule reply, BiFunction<Call, ObjectNode, Optional<ObjectNode>> edit) {
        return call -> about(
                call,
                rule,
                before -> edit.apply(call, before.document().deepCopy())
                        .map(document -> showing.about(call, changed(call, rule, before, document), reply))
                        .orElseGet(() -> new Result.Refused(MemberTemplates.refusal())));
    }

    private Entry changed(Call call, EntryRule rule, Entry before, ObjectNode document) {
        Entries entries = context.store().entries();
        String collection = before.collection();
        document.put("id", before.id());
        placement.keep(document, before, rule.members().keySet());
        members.set(document, call, rule.members());
        String owner = keys.owner(collection, document);
        String parent = keys.parent(collection, document);
        entries.replace(collection, before.id(), owner, parent, document);
        return entries.find(collection, before.id()).orElse(before);
    }

    /** Works on the entry that the rule means; where a call names none, there is none. */
    private static Result about(Call call, EntryRule rule, Function<Entry, Result> work) {
        String name = rule.of();
        Optional<Entry> entry = name == null ? lastOfPath(call) : CallFacts.resource(call, name);
        return entry.map(work).orElseGet(() -> new Result.Refused(unnamed(call, name)));
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
        return new Refusal.ResourceUnknown(rule.unknown(), rule.entity(), id, rule.facts(id));
    }
}
