package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Facts;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.ReplyRule;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.model.WorkRule.ListRule;
import dev.sandbank.internal.model.WorkRule.PageRule;
import dev.sandbank.internal.work.EntryCursor;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.OperationHandler;
import dev.sandbank.internal.work.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers with the entries of a collection that the subject sees. */
final class ListWork implements OperationHandler {

    private final ListRule rule;
    private final ReplyRule reply;
    private final OperationContext context;
    private final CallFacts knowledge;
    private final ViewRenderer showing;
    private final Paging paging;

    ListWork(
            ListRule rule,
            ReplyRule reply,
            OperationContext context,
            CallFacts knowledge,
            ViewRenderer showing,
            Paging paging) {
        this.rule = rule;
        this.reply = reply;
        this.context = context;
        this.knowledge = knowledge;
        this.showing = showing;
        this.paging = paging;
    }

    @Override
    public Result perform(Call call) {
        Optional<Refusal> tooLong =
                PageLinks.FACTS.stream().anyMatch(reply::tells) ? paging.againstLinks(call) : Optional.empty();
        return tooLong.<Result>map(Result.Refused::new).orElseGet(() -> list(call));
    }

    private Result list(Call call) {
        return paging instanceof CursorPaging cursors
                        && rule.sort().isEmpty()
                        && rule.below() == null
                        && !reply.tells("matching")
                ? pageByPage(call, cursors)
                : allAtOnce(call);
    }

    /** In the order of the store, so nothing beyond the page need be read. */
    private Result pageByPage(Call call, CursorPaging cursors) {
        EntryCursor shelf = context.visible().shelf(call.subject(), rule.collection());
        return cursors.cut(call, shelf, new Filters(knowledge, rule).admitting(call))
                .map(slice -> answer(call, slice, reply.tells("visible") ? shelf.count() : 0, 0))
                .orElseGet(() -> new Result.Refused(unknownCursor()));
    }

    private Result allAtOnce(Call call) {
        List<Entry> visible = visible(call);
        List<Entry> admitted = new Filters(knowledge, rule).admitted(call, visible);
        List<Entry> sorted = new Ordering(knowledge, rule.sort()).sorted(call, admitted);
        return paging.cut(call, sorted)
                .map(slice -> answer(call, slice, visible.size(), sorted.size()))
                .orElseGet(() -> new Result.Refused(unknownCursor()));
    }

    private List<Entry> visible(Call call) {
        String below = rule.below();
        return below == null
                ? context.visible().list(call.subject(), rule.collection())
                : CallFacts.resource(call, below)
                        .map(parent -> context.visible().below(call.subject(), rule.collection(), parent))
                        .orElse(List.of());
    }

    private Result answer(Call call, Page slice, int visible, int matching) {
        List<JsonNode> items = slice.entries().stream()
                .map(entry -> showing.entry(call, entry, reply))
                .toList();
        Map<String, Object> known = new HashMap<>(slice.facts());
        known.put("items", items);
        known.put("visible", visible);
        known.put("matching", matching);
        Facts ofCall = knowledge.ofCall(call);
        return showing.reply(reply, name -> known.containsKey(name) ? known.get(name) : ofCall.get(name));
    }

    private Refusal unknownCursor() {
        String name = Optional.ofNullable(rule.pages()).map(PageRule::start).orElse("");
        Violation violation = new Violation(name, "cursor", Map.of(), name + " is not a cursor that this server made");
        return new Refusal.InputInvalid("query", List.of(violation));
    }
}
