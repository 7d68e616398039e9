package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.dialect.Conditions;
import dev.sandbank.internal.dialect.Phrasebook;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.model.operation.ComparableValue;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.WorkRule.ListRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The order of a list: by members, as the dialect says or the call asks; absent values come first. */
record EntryOrder(CallFacts knowledge, ListRule rule) {

    /** An entry with its sort keys, computed once. */
    private record Keyed(Entry entry, List<Optional<ComparableValue>> keys) {}

    /** Refuses a call that asks for an order that is not offered. */
    Optional<Refusal> against(Call call) {
        return rule.sort().stream()
                .filter(EntryOrder::isTemplate)
                .flatMap(template -> filled(call, template)
                        .filter(member -> !rule.sortable().contains(bare(member)))
                        .map(member -> unsortable(template, member)))
                .findFirst();
    }

    private Refusal unsortable(String template, String member) {
        String property = String.join("", Phrasebook.named(List.of(template), "parameter."));
        String message =
                property + " cannot be " + bare(member) + "; it must be one of " + String.join(", ", rule.sortable());
        return new Refusal.InputInvalid("query", List.of(new Violation(property, "enum", Map.of(), message)));
    }

    /** Whether entries stay in the order of their creation. */
    boolean isNone(Call call) {
        return members(call).isEmpty() && !isReversed(call);
    }

    List<Entry> sorted(Call call, List<Entry> entries) {
        List<String> members = members(call);
        List<Entry> sorted = new ArrayList<>(entries);
        if (!members.isEmpty()) {
            List<Keyed> keyed = new ArrayList<>();
            entries.forEach(entry -> keyed.add(keyed(call, entry, members)));
            keyed.sort((one, other) -> compare(one, other, members));
            sorted.clear();
            keyed.forEach(one -> sorted.add(one.entry()));
        }
        if (isReversed(call)) {
            Collections.reverse(sorted);
        }
        return sorted;
    }

    private boolean isReversed(Call call) {
        Facts facts = knowledge.ofCall(call);
        return !rule.reverse().isEmpty() && new Conditions(facts, facts).hold(rule.reverse());
    }

    /** Returns the members to sort by, in turn; a minus sign before a member means descending. */
    private List<String> members(Call call) {
        return rule.sort().stream()
                .flatMap(member -> isTemplate(member) ? filled(call, member) : Stream.of(member))
                .toList();
    }

    private static boolean isTemplate(String member) {
        return member.contains("${");
    }

    /** Returns the order that a call asks for: nothing, one member or a list of them. */
    private Stream<String> filled(Call call, String template) {
        JsonNode said = Templates.fill(TextNode.valueOf(template), knowledge.ofCall(call));
        List<String> all = new ArrayList<>();
        if (said.isArray()) {
            said.forEach(each -> all.add(each.asText()));
        } else if (!said.isMissingNode()) {
            all.add(said.asText());
        }
        return all.stream();
    }

    private Keyed keyed(Call call, Entry entry, List<String> members) {
        Facts facts = knowledge.ofEntry(call, entry);
        List<Optional<ComparableValue>> keys = new ArrayList<>();
        for (String member : members) {
            keys.add(Optional.ofNullable(facts.get(bare(member))).flatMap(ComparableValue::of));
        }
        return new Keyed(entry, keys);
    }

    /** Compares by the first member that differs; an absent value comes first. */
    private static int compare(Keyed one, Keyed other, List<String> members) {
        for (int at = 0; at < members.size(); at++) {
            int order = compare(one.keys().get(at), other.keys().get(at));
            if (order != 0) {
                return members.get(at).startsWith("-") ? -order : order;
            }
        }
        return 0;
    }

    private static int compare(Optional<ComparableValue> one, Optional<ComparableValue> other) {
        return one.isPresent() && other.isPresent()
                ? one.get().compareTo(other.get())
                : Boolean.compare(one.isPresent(), other.isPresent());
    }

    private static String bare(String member) {
        return member.startsWith("-") ? member.substring(1) : member;
    }
}
