package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Seal;
import dev.sandbank.internal.model.WorkRule.PageRule;
import dev.sandbank.internal.work.Shelf;
import dev.sandbank.internal.work.Window;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Pages by an opaque cursor, forward only. A cursor is made here only: it names the entry that the page before ended
 * with, sealed for this environment.
 */
final class CursorPaging implements Paging {

    private static final int MOST = Integer.MAX_VALUE - 1;

    private final PageRule rule;
    private final PageLinks links;
    private final Seal seal;

    CursorPaging(PageRule rule, PageLinks links, Seal seal) {
        this.rule = rule;
        this.links = links;
        this.seal = seal;
    }

    @Override
    public Optional<Refusal> againstLinks(Call call) {
        return links.against(call);
    }

    @Override
    public Optional<Slice> cut(Call call, List<Entry> all) {
        return cut(call, Shelf.of(all), entry -> true);
    }

    /** The page that a call asks for, of those that are admitted; reads no more than that takes. */
    Optional<Slice> cut(Call call, Shelf shelf, Predicate<Entry> admits) {
        String start = call.input().get(rule.start()).asText();
        int size = Paging.size(call, rule, MOST);
        Optional<String> last = start.isEmpty() ? Optional.of("") : seal.open(start);
        return last.flatMap(id -> Window.after(shelf, id, size, admits)).map(window -> told(call, start, size, window));
    }

    private Slice told(Call call, String start, int size, Window window) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("start", start);
        List<Entry> entries = window.entries();
        facts.put("size", size == MOST ? entries.size() : size);
        if (window.more() && !entries.isEmpty()) {
            String cursor = seal.close(entries.get(entries.size() - 1).id());
            facts.put("cursor", cursor);
            facts.put("next", links.to(call, Map.of(rule.start(), cursor)));
            facts.put("link", PageLinks.header(facts));
        }
        return new Slice(entries, facts);
    }
}
