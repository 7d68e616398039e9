package dev.sandbank.benchmarks;

import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.Parameter;
import dev.sandbank.internal.model.operation.WorkRule.PageRule;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.NullNode;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges the pages of a list by reading it with the smallest page: no entry twice, and none missing. */
final class PageCalls {

    /** Names of page sizes, whatever init took for one. */
    private static final Set<String> SIZES = Set.of(
            "limit", "pagesize", "perpage", "size", "count", "maxresults", "maxitems", "pagelimit", "top", "take");

    private final ListedItems list;
    private final Operation operation;

    PageCalls(ListedItems list, Operation operation) {
        this.list = list;
        this.operation = operation;
    }

    /** Returns what is wrong, or an empty text; nothing if the list takes no page size. */
    Optional<String> wrong(CallTemplate call) {
        PageRule rule = operation.work() == null || operation.work().list() == null
                ? null
                : operation.work().list().pages();
        if (rule == null) {
            return size().map(name -> "takes " + name + ", but has no pages");
        }
        CallTemplate whole = call;
        for (String name : names(rule)) {
            CallTemplate without = ListedItems.saying(whole, name, NullNode.getInstance());
            whole = list.of(without).status() == 400 ? whole : without;
        }
        ListedItems.Shown all = list.of(whole);
        if (asksForSome() && all.items().size() < 2) {
            return Optional.empty();
        }
        if (all.status() >= 300 || all.items().size() < 2) {
            return Optional.of("a call without a page shows " + all.status() + " and "
                    + all.items().size() + " entries");
        }
        return Optional.of(walk(whole, rule, all.items()));
    }

    /** Whether each call says which entries it wants. */
    private boolean asksForSome() {
        return operation.work() != null
                && operation.work().list() != null
                && !operation.work().list().only().isEmpty();
    }

    static List<String> names(PageRule rule) {
        List<String> names = new ArrayList<>(List.of(rule.start(), rule.size()));
        if (rule.before() != null) {
            names.add(rule.before());
        }
        return names;
    }

    private Optional<String> size() {
        Optional<String> sent = operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query"))
                .map(Parameter::name)
                .filter(name -> SIZES.contains(ListedItems.plain(name)))
                .findFirst();
        return sent.or(() -> operation.body() == null
                ? Optional.empty()
                : operation
                        .body()
                        .components()
                        .whole(operation.body().schema())
                        .path("properties")
                        .properties()
                        .stream()
                        .map(member -> "/" + member.getKey())
                        .filter(name -> SIZES.contains(ListedItems.plain(name)))
                        .findFirst());
    }

    private String walk(CallTemplate whole, PageRule rule, List<JsonNode> all) {
        CallTemplate sized = ListedItems.saying(whole, rule.size(), ListedItems.number(1, rule.size()));
        if (list.of(sized).status() == 400) {
            sized = ListedItems.saying(whole, rule.size(), ListedItems.number(all.size(), rule.size()));
        }
        List<JsonNode> read = new ArrayList<>();
        Optional<JsonNode> start = Optional.of(NullNode.getInstance());
        for (int page = 1; page <= all.size() + 1 && start.isPresent(); page++) {
            ListedItems.Shown shown = list.of(ListedItems.saying(sized, rule.start(), start.get()));
            if (shown.status() >= 300) {
                return "page " + page + " answers " + shown.status();
            }
            if (shown.items().size() > 1 && shown.items().size() != all.size()) {
                return "page " + page + " shows " + shown.items().size() + " entries";
            }
            read.addAll(shown.items());
            start = read.size() > all.size() ? Optional.empty() : next(rule, shown, page, read.size());
        }
        return read.equals(all) ? "" : "pages show " + read.size() + " entries, the list " + all.size();
    }

    private Optional<JsonNode> next(PageRule rule, ListedItems.Shown shown, int page, int read) {
        if (shown.items().isEmpty()) {
            return Optional.empty();
        }
        return switch (rule.style()) {
            case "page" -> Optional.of(ListedItems.number(page + 1L, rule.start()));
            case "offset" -> Optional.of(ListedItems.number(read, rule.start()));
            case "id" -> list.id(shown.items().get(shown.items().size() - 1));
            default -> cursor(rule, shown);
        };
    }

    private Optional<JsonNode> cursor(PageRule rule, ListedItems.Shown body) {
        Pattern link = Pattern.compile("[?&]" + Pattern.quote(rule.start()) + "=([^&>]+)[^,]*(rel=\"next\"|$)");
        return list.told(body, "cursor")
                .or(() -> list.told(body, "next", "link")
                        .map(text -> link.matcher(text))
                        .filter(Matcher::find)
                        .map(found -> decoded(found.group(1))))
                .filter(cursor -> !cursor.isEmpty())
                .map(TextNode::valueOf);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
