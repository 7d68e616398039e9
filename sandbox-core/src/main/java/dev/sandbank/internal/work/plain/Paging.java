package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a list is cut into pages. */
@FunctionalInterface
interface Paging {

    /** The page that a call asks for; nothing if it asks for one with a cursor that was not made here. */
    Optional<Slice> cut(Call call, List<Entry> all);

    static Paging none() {
        return (call, all) -> Optional.of(new Slice(all, Map.of()));
    }
}
