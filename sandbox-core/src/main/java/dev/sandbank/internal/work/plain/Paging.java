package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.operation.WorkRule.PageRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cuts a list into pages. */
@FunctionalInterface
interface Paging {

    /** Returns the page that a call asks for. */
    Page cut(Call call, List<Entry> all);

    /** Returns why links to other pages are impossible, if they are. */
    default Optional<Refusal> againstLinks(Call call) {
        return Optional.empty();
    }

    /** Returns how many entries a page has; all of them by default, and if what the call says is not a number. */
    static int size(Call call, PageRule rule, int all) {
        long asked = AskedPage.value(call, rule.size()).asLong(all);
        return (int) Math.max(0, Math.min(asked, Integer.MAX_VALUE - 1));
    }

    static Paging none() {
        return (call, all) -> new Page(all, Map.of("more", false));
    }
}
