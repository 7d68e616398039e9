package dev.sandbank.benchmarks;

import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.model.operation.Condition;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.Operator;
import dev.sandbank.internal.model.operation.WorkRule.ListRule;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges the filters of a list: each shows the entries with the value that a call asks for, and no others. */
final class FilterCalls {

    private static final Pattern ASKED = Pattern.compile("\\$\\{(parameter|body)\\.([^} ]+)}");

    private final ListedItems list;
    private final Operation operation;

    FilterCalls(ListedItems list, Operation operation) {
        this.list = list;
        this.operation = operation;
    }

    /** A member as replies show it, and how it is compared with what a call says. */
    private record Asked(String member, String operator) {}

    /** Returns what is wrong, or an empty text; nothing if no filter can be judged. */
    Optional<String> wrong(CallTemplate call) {
        ListRule rule = operation.work() == null ? null : operation.work().list();
        if (rule == null) {
            return Optional.empty();
        }
        CallTemplate whole = call;
        Map<String, Asked> filters = filters(rule);
        List<JsonNode> all = list.of(whole).items();
        Optional<String> wrong = Optional.empty();
        for (Map.Entry<String, Asked> filter : filters.entrySet()) {
            for (JsonNode item : all.subList(0, Math.min(2, all.size()))) {
                Optional<String> found = judge(whole, filter.getKey(), filter.getValue(), item, all);
                if (found.filter(text -> !text.isEmpty()).isPresent()) {
                    return found;
                }
                wrong = found.isPresent() ? found : wrong;
            }
        }
        return wrong;
    }

    /** Returns what the dialect filters by, and what is called like a member of entries, by where calls say it. */
    private Map<String, Asked> filters(ListRule rule) {
        Map<String, Asked> filters = new LinkedHashMap<>();
        for (Condition condition : rule.filters()) {
            for (Map.Entry<Operator, JsonNode> value : condition.values().entrySet()) {
                Matcher asked = ASKED.matcher(value.getValue().toString());
                if (asked.find()) {
                    filters.put(
                            asked.group(1).equals("body") ? "/" + asked.group(2).replace('.', '/') : asked.group(2),
                            new Asked(
                                    list.shown(condition.fact()), value.getKey().name()));
                }
            }
        }
        Set<String> pages = rule.pages() == null ? Set.of() : Set.copyOf(PageCalls.names(rule.pages()));
        operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query") && !pages.contains(parameter.name()))
                .filter(parameter -> !parameter.schema().path("type").asText().equals("object"))
                .forEach(parameter -> list.members().stream()
                        .filter(member -> ListedItems.plain(member).equals(ListedItems.plain(parameter.name())))
                        .forEach(member -> filters.putIfAbsent(parameter.name(), new Asked(member, "IS"))));
        return filters;
    }

    /** Returns nothing if an entry has no such value, if a call may not ask for it, or if no other entry differs. */
    private Optional<String> judge(CallTemplate call, String place, Asked asked, JsonNode item, List<JsonNode> all) {
        JsonNode value = item.at(pointer(asked.member()));
        boolean differ =
                all.stream().map(each -> each.at(pointer(asked.member()))).anyMatch(other -> !other.equals(value));
        if (!value.isValueNode() || value.isNull() || !differ) {
            return Optional.empty();
        }
        return ways(place, value).stream()
                .map(way -> list.of(ListedItems.saying(call, place, way)))
                .filter(shown -> shown.status() < 300)
                .findFirst()
                .map(shown -> compare(shown.items(), place, asked, item, all));
    }

    /** A day may be asked for without its time, and content may want a list. */
    private static List<JsonNode> ways(String place, JsonNode value) {
        JsonNode day = TextNode.valueOf(
                value.asText().substring(0, Math.min(10, value.asText().length())));
        return place.startsWith("/")
                ? List.of(value, JsonNodeFactory.instance.arrayNode().add(value), day)
                : List.of(value, day);
    }

    private static String compare(List<JsonNode> shown, String place, Asked asked, JsonNode item, List<JsonNode> all) {
        JsonNode value = item.at(pointer(asked.member()));
        boolean holds = switch (asked.operator().toUpperCase(Locale.ROOT).replace("_", "")) {
            case "IS", "ONEOF" ->
                shown.equals(all.stream()
                        .filter(each -> each.at(pointer(asked.member())).equals(value))
                        .toList());
            case "FROM", "TO", "WITHIN" -> shown.contains(item);
            case "MORETHAN", "LESSTHAN" -> !shown.contains(item);
            default -> true;
        };
        return holds ? "" : place + " with " + value + " shows " + shown.size() + " of " + all.size() + " entries";
    }

    private static String pointer(String member) {
        return "/" + member.replace('.', '/');
    }
}
