package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.operation.WorkRule.PageRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a list is cut into pages. */
@FunctionalInterface
interface Paging {

    /** The page that a call asks for. */
    Page cut(Call call, List<Entry> all);

    /** Why links to other pages cannot be told, if they cannot. */
    default Optional<Refusal> againstLinks(Call call) {
        return Optional.empty();
    }

    /** How many entries a page has: by default, and for what is no number, all of them. */
    static int size(Call call, PageRule rule, int all) {
        long asked = call.input().get(rule.size()).asLong(all);
        return (int) Math.max(0, Math.min(asked, Integer.MAX_VALUE - 1));
    }

    static Paging none() {
        return (call, all) -> new Page(all, Map.of("more", false));
    }
}
