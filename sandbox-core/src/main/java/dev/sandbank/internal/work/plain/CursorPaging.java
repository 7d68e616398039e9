package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.SignedValue;
import dev.sandbank.internal.model.operation.WorkRule.PageRule;
import dev.sandbank.internal.work.EntryCursor;
import dev.sandbank.internal.work.EntryWindow;
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
    private final SignedValue seal;

    CursorPaging(PageRule rule, PageLinks links, SignedValue seal) {
        this.rule = rule;
        this.links = links;
        this.seal = seal;
    }

    @Override
    public Optional<Refusal> againstLinks(Call call) {
        return links.against(call);
    }

    @Override
    public Optional<Page> cut(Call call, List<Entry> all) {
        return cut(call, EntryCursor.of(all), entry -> true);
    }

    /** The page that a call asks for, of those that are admitted; reads no more than that takes. */
    Optional<Page> cut(Call call, EntryCursor shelf, Predicate<Entry> admits) {
        String start = call.input().get(rule.start()).asText();
        int size = Paging.size(call, rule, MOST);
        Optional<String> last = start.isEmpty() ? Optional.of("") : seal.open(start);
        return last.flatMap(id -> EntryWindow.after(shelf, id, size, admits))
                .map(window -> told(call, start, size, window));
    }

    private Page told(Call call, String start, int size, EntryWindow window) {
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
        return new Page(entries, facts);
    }
}
