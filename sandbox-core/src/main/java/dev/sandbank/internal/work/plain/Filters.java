package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Facts;
import dev.sandbank.internal.model.WorkRule.FilterRule;
import dev.sandbank.internal.model.WorkRule.ListRule;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps the entries that a list is about and that the call asks for. */
final class Filters {

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
        Facts ofCall = knowledge.ofCall(call);
        return entry -> admits(call, ofCall, knowledge.ofEntry(call, entry));
    }

    private boolean admits(Call call, Facts ofCall, Facts ofEntry) {
        return new Conditions(ofEntry, ofCall).hold(rule.only())
                && rule.filters().stream()
                        .filter(filter -> call.input().has(filter.parameter()))
                        .allMatch(filter ->
                                fits(ofEntry.get(filter.member()), call.input().get(filter.parameter()), filter));
    }

    private static boolean fits(@Nullable Object value, JsonNode asked, FilterRule filter) {
        if (value == null) {
            return false;
        }
        return switch (filter.match()) {
            case "from" -> Conditions.isAtLeast(value, asked);
            case "to" -> Conditions.isAtLeast(asked, value);
            default -> Conditions.among(value, asked);
        };
    }
}
