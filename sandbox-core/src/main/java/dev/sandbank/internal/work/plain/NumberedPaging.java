package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.operation.WorkRule.PageRule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages by their number, from 1, or by how many entries to skip; a page without entries has no links. */
final class NumberedPaging implements Paging {

    private final PageRule rule;
    private final PageLinks links;

    NumberedPaging(PageRule rule, PageLinks links) {
        this.rule = rule;
        this.links = links;
    }

    @Override
    public Optional<Refusal> againstLinks(Call call) {
        return links.against(call);
    }

    @Override
    public Page cut(Call call, List<Entry> all) {
        int size = Math.max(1, Paging.size(call, rule, all.size()));
        long start = AskedPage.value(call, rule.start()).asLong(byNumber() ? 1 : 0);
        long near = Math.max(0, Math.min(byNumber() ? start - 1 : start, all.size()));
        long from = Math.min(all.size(), byNumber() ? near * size : near);
        int to = (int) Math.min(all.size(), from + size);
        List<Entry> shown = all.subList((int) from, to);
        Map<String, Object> facts = new HashMap<>();
        facts.put("start", start);
        facts.put("size", size);
        facts.put("pages", (all.size() + size - 1L) / size);
        facts.put("more", to < all.size());
        if (!shown.isEmpty() && !rule.isInContent()) {
            link(call, facts, all.size(), from, size);
        }
        return new Page(shown, facts);
    }

    private void link(Call call, Map<String, Object> facts, int count, long from, int size) {
        facts.put("first", page(call, 0, size));
        facts.put("last", page(call, (count - 1L) / size * size, size));
        if (from + size < count) {
            facts.put("next", page(call, from + size, size));
        }
        if (from > 0) {
            facts.put("previous", page(call, Math.max(0, from - size), size));
        }
        facts.put("link", PageLinks.header(facts));
    }

    private String page(Call call, long from, int size) {
        long start = byNumber() ? from / size + 1 : from;
        Map<String, String> place = new LinkedHashMap<>();
        place.put(rule.start(), String.valueOf(start));
        place.put(rule.size(), String.valueOf(size));
        return links.to(call, place);
    }

    private boolean byNumber() {
        return rule.style().equals("page");
    }
}
