package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.SignedValue;
import dev.sandbank.internal.model.operation.ResourceRule;
import dev.sandbank.internal.model.operation.WorkRule.PageRule;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.work.EntryCursor;
import dev.sandbank.internal.work.EntryWindow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Pages by a cursor that identifies the last entry of the page before, or the first of the page after: by its id, or
 * opaquely by its place in the store, signed for its collection in this environment. Such a cursor is short, and stays
 * valid whatever entries are added or removed.
 */
final class CursorPaging implements Paging {

    private static final int MOST = Integer.MAX_VALUE - 1;
    private static final int RADIX = Character.MAX_RADIX;

    private final PageRule rule;
    private final PageLinks links;
    private final SignedValue seal;
    private final Entries entries;

    CursorPaging(PageRule rule, PageLinks links, SignedValue seal, Entries entries) {
        this.entries = entries;
        this.rule = rule;
        this.links = links;
        this.seal = seal;
    }

    @Override
    public Optional<Refusal> againstLinks(Call call) {
        return links.against(call);
    }

    @Override
    public Page cut(Call call, List<Entry> all) {
        throw new IllegalStateException("a cursor may name an entry that is not in the list");
    }

    /**
     * Cuts the page that a call asks for out of the admitted entries, with as few reads as possible.
     *
     * @return nothing if the call is refused
     */
    Optional<Page> cut(Call call, String collection, EntryCursor shelf, Predicate<Entry> admits) {
        String after = asked(call, rule.start());
        String before = asked(call, rule.before());
        if (!after.isEmpty() && !before.isEmpty()) {
            return Optional.empty();
        }
        int size = Paging.size(call, rule, MOST);
        return before.isEmpty()
                ? opened(collection, after)
                        .flatMap(id -> EntryWindow.after(shelf, id, size, admits))
                        .map(window -> told(call, after, size, window, new Ways(window.more(), !after.isEmpty())))
                : opened(collection, before)
                        .flatMap(id -> EntryWindow.before(shelf, id, size, admits))
                        .map(window -> told(call, before, size, window, new Ways(true, window.more())));
    }

    /** The directions in which a page has neighbours. */
    private record Ways(boolean forward, boolean back) {}

    /** Explains why there is no page. */
    Refusal refusal(Call call, String collection) {
        String after = asked(call, rule.start());
        String before = asked(call, rule.before());
        String name = before.isEmpty() ? rule.start() : String.valueOf(rule.before());
        if (!after.isEmpty() && !before.isEmpty()) {
            return AskedPage.invalid(
                    name,
                    "oneOf",
                    AskedPage.plain(name) + " and " + AskedPage.plain(rule.start()) + " cannot be sent together");
        }
        if (!rule.isById()) {
            return AskedPage.invalid(name, "cursor", AskedPage.plain(name) + " is not a cursor from this server");
        }
        String id = before.isEmpty() ? after : before;
        Map<String, Object> facts = Map.of(
                "entity",
                collection,
                "id",
                id,
                "context",
                PageRule.isInContent(name) ? "body" : "query",
                "property",
                AskedPage.plain(name));
        return new Refusal.ResourceUnknown("resource-unknown", ResourceRule.named(collection, id), facts);
    }

    private static String asked(Call call, @Nullable String parameter) {
        return parameter == null ? "" : AskedPage.value(call, parameter).asText("");
    }

    private Optional<String> opened(String collection, String cursor) {
        return cursor.isEmpty() || rule.isById()
                ? Optional.of(cursor)
                : seal.open(cursor, collection)
                        .map(place -> Long.parseLong(place, RADIX))
                        .flatMap(place -> entries.from(collection, place, 1).stream()
                                .filter(found -> found.place() == place)
                                .map(found -> found.entry().id())
                                .findFirst());
    }

    private String closed(Entry entry) {
        if (rule.isById()) {
            return entry.id();
        }
        long place = entries.placeOf(entry.collection(), entry.id())
                .orElseThrow(() -> new IllegalStateException("no entry of the store: " + entry.id()));
        return seal.close(Long.toString(place, RADIX), entry.collection());
    }

    private Page told(Call call, String start, int size, EntryWindow window, Ways ways) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("start", start);
        List<Entry> entries = window.entries();
        facts.put("size", size == MOST ? entries.size() : size);
        facts.put("more", window.more());
        String before = rule.before();
        if (ways.forward() && !entries.isEmpty()) {
            String cursor = closed(entries.get(entries.size() - 1));
            facts.put("cursor", cursor);
            if (!rule.isInContent()) {
                facts.put(
                        "next",
                        links.to(call, Map.of(rule.start(), cursor), before == null ? Set.of() : Set.of(before)));
            }
        }
        if (before != null && ways.back() && !entries.isEmpty()) {
            String cursor = closed(entries.get(0));
            facts.put("previous-cursor", cursor);
            if (!rule.isInContent()) {
                facts.put("previous", links.to(call, Map.of(before, cursor), Set.of(rule.start())));
            }
        }
        if (facts.containsKey("next") || facts.containsKey("previous")) {
            facts.put("link", PageLinks.header(facts));
        }
        return new Page(entries, facts);
    }
}
