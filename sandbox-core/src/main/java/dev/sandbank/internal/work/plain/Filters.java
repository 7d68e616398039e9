package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.WorkRule.FilterRule;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the entries that a call asks for. */
final class Filters {

    private final Facts facts;

    Filters(Facts facts) {
        this.facts = facts;
    }

    boolean admit(Call call, Entry entry, List<FilterRule> rules) {
        Function<String, @Nullable Object> known = facts.ofEntry(call, entry);
        return rules.stream()
                .filter(rule -> call.input().has(rule.parameter()))
                .allMatch(rule -> fits(known.apply(rule.member()), call.input().get(rule.parameter()), rule.match()));
    }

    private static boolean fits(@Nullable Object value, JsonNode asked, String match) {
        if (value == null) {
            return false;
        }
        Ordering.Key own = Ordering.key(value);
        return switch (match) {
            case "from" -> own.compareTo(Ordering.key(asked)) >= 0;
            case "to" -> own.compareTo(Ordering.key(asked)) <= 0;
            default -> asked.isArray() ? anyOf(own, asked) : own.compareTo(Ordering.key(asked)) == 0;
        };
    }

    private static boolean anyOf(Ordering.Key own, JsonNode asked) {
        for (JsonNode each : asked) {
            if (own.compareTo(Ordering.key(each)) == 0) {
                return true;
            }
        }
        return false;
    }
}
