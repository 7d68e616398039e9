package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Conditions;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.operation.Condition;
import dev.sandbank.internal.model.operation.Expression;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.ReplyRule;
import dev.sandbank.internal.model.operation.WorkRule.ListRule;
import dev.sandbank.internal.work.EntryCursor;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.OperationHandler;
import dev.sandbank.internal.work.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Answers with the entries of a collection that the subject sees. */
final class ListWork implements OperationHandler {

    private final ListRule rule;
    private final ReplyRule reply;
    private final OperationContext context;
    private final CallFacts knowledge;
    private final ViewRenderer showing;
    private final Paging paging;
    private final EntryOrder order;

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
        this.order = new EntryOrder(knowledge, rule);
    }

    @Override
    public Result perform(Call call) {
        Optional<Refusal> tooLong =
                PageLinks.FACTS.stream().anyMatch(reply::tells) ? paging.againstLinks(call) : Optional.empty();
        return tooLong.or(() -> order.against(call))
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> list(call));
    }

    private Result list(Call call) {
        return paging instanceof CursorPaging cursors
                        && order.isNone(call)
                        && rule.below() == null
                        && rule.vendor() == null
                        && !reply.tells("matching")
                ? pageByPage(call, cursors)
                : allAtOnce(call);
    }

    /** Reads in the order of the store, no further than the page. */
    private Result pageByPage(Call call, CursorPaging cursors) {
        EntryCursor shelf = context.visible().shelf(call.subject(), rule.collection());
        return cursors.cut(call, rule.collection(), shelf, new Filters(knowledge, rule).admitting(call))
                .map(slice -> answer(call, slice, reply.tells("visible") ? shelf.count() : 0, 0))
                .orElseGet(() -> new Result.Refused(cursors.refusal(call, rule.collection())));
    }

    private Result allAtOnce(Call call) {
        List<Entry> visible = order.sorted(call, visible(call));
        Predicate<Entry> admits = new Filters(knowledge, rule).admitting(call);
        List<Entry> admitted = visible.stream().filter(admits).toList();
        if (paging instanceof CursorPaging cursors) {
            return cursors.cut(call, rule.collection(), EntryCursor.of(visible), admits)
                    .map(slice -> answer(call, slice, visible.size(), admitted.size()))
                    .orElseGet(() -> new Result.Refused(cursors.refusal(call, rule.collection())));
        }
        return answer(call, paging.cut(call, admitted), visible.size(), admitted.size());
    }

    private List<Entry> visible(Call call) {
        String below = rule.below();
        if (rule.vendor() != null) {
            return context.parts().list(rule.vendor(), call);
        }
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
        if (reply.tells("items-by-id")) {
            known.put("items-by-id", byId(slice.entries(), items));
        }
        Facts ofCall = knowledge.ofCall(call);
        Result result =
                showing.reply(call, reply, name -> known.containsKey(name) ? known.get(name) : ofCall.get(name));
        return Boolean.TRUE.equals(known.get("more")) && result instanceof Result.Done done
                ? new Result.Done(done.reply(), done.about(), true)
                : result;
    }

    private static JsonNode byId(List<Entry> entries, List<JsonNode> items) {
        ObjectNode byId = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < items.size(); i++) {
            byId.set(entries.get(i).id(), items.get(i));
        }
        return byId;
    }

    /** Selects the entries that a list is about and that the call asks for. */
    private static final class Filters {

        private static final String PARAMETER = "parameter.";
        private static final String CONTENT = "body.";

        private final CallFacts knowledge;
        private final ListRule rule;

        Filters(CallFacts knowledge, ListRule rule) {
            this.knowledge = knowledge;
            this.rule = rule;
        }

        Predicate<Entry> admitting(Call call) {
            List<Condition> all = new ArrayList<>(rule.only());
            rule.filters().stream().filter(filter -> isAskedFor(call, filter)).forEach(all::add);
            Facts ofCall = knowledge.ofCall(call);
            return entry -> new Conditions(knowledge.ofEntry(call, entry), ofCall).hold(all);
        }

        /** Whether a filter applies: only if the call has the parameters and members that it compares with. */
        private static boolean isAskedFor(Call call, Condition filter) {
            return filter.each().values().stream().flatMap(List::stream).allMatch(each -> isAskedFor(call, each))
                    && filter.values().values().stream()
                            .flatMap(value -> Expression.in(value.asText()).stream())
                            .allMatch(blank -> blank.canDoWith(fact -> isSaid(call, fact)));
        }

        private static boolean isSaid(Call call, String fact) {
            if (fact.startsWith(CONTENT)) {
                return Facts.at(call.input().body(), fact.substring(CONTENT.length())) != null;
            }
            return !fact.startsWith(PARAMETER)
                    || !call.input().at(fact.substring(PARAMETER.length())).isMissingNode();
        }
    }
}
