package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Seal;
import dev.sandbank.internal.model.WorkRule.PageRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Pages by an opaque cursor, forward only. A cursor is made here only: it names the entry that the page before ended
 * with, sealed for this environment.
 */
final class CursorPaging implements Paging {

    private final PageRule rule;
    private final PageLinks links;
    private final Seal seal;

    CursorPaging(PageRule rule, PageLinks links, Seal seal) {
        this.rule = rule;
        this.links = links;
        this.seal = seal;
    }

    @Override
    public Optional<Slice> cut(Call call, List<Entry> all) {
        String start = call.input().get(rule.start()).asText();
        OptionalInt from = position(start, all);
        return from.isEmpty() ? Optional.empty() : Optional.of(cut(call, all, start, from.getAsInt()));
    }

    private Slice cut(Call call, List<Entry> all, String start, int from) {
        int size = call.input().number(rule.size());
        int to = (int) Math.min(all.size(), (long) from + size);
        Map<String, Object> facts = new HashMap<>();
        facts.put("start", start);
        facts.put("size", size);
        if (size > 0 && to < all.size()) {
            String cursor = seal.close(all.get(to - 1).id());
            facts.put("cursor", cursor);
            facts.put("next", links.to(call, Map.of(rule.start(), cursor)));
            facts.put("link", PageLinks.header(facts));
        }
        return new Slice(all.subList(from, to), facts);
    }

    private OptionalInt position(String start, List<Entry> all) {
        if (start.isEmpty()) {
            return OptionalInt.of(0);
        }
        return seal.open(start)
                .map(last -> IntStream.range(0, all.size())
                        .filter(index -> all.get(index).id().equals(last))
                        .map(index -> index + 1)
                        .findFirst())
                .orElse(OptionalInt.empty());
    }
}
