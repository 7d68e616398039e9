package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.dialect.Phrasebook;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Condition;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Facts;
import dev.sandbank.internal.model.WorkRule.ListRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps the entries that a list is about and that the call asks for. */
final class Filters {

    private static final String PARAMETER = "parameter.";

    private final CallFacts knowledge;
    private final ListRule rule;

    Filters(CallFacts knowledge, ListRule rule) {
        this.knowledge = knowledge;
        this.rule = rule;
    }

    List<Entry> admitted(Call call, List<Entry> entries) {
        return entries.stream().filter(admitting(call)).toList();
    }

    Predicate<Entry> admitting(Call call) {
        List<Condition> all = new ArrayList<>(rule.only());
        rule.filters().stream().filter(filter -> isAskedFor(call, filter)).forEach(all::add);
        Facts ofCall = knowledge.ofCall(call);
        return entry -> new Conditions(knowledge.ofEntry(call, entry), ofCall).hold(all);
    }

    /** A filter counts only if the call has the parameters that it compares with. */
    private static boolean isAskedFor(Call call, Condition filter) {
        List<String> templates =
                filter.values().values().stream().map(JsonNode::asText).toList();
        return Phrasebook.named(templates, PARAMETER).stream().allMatch(call.input()::has);
    }
}
