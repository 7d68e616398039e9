package dev.sandbank.internal.explain;

import dev.sandbank.internal.model.Entry;
import java.util.ArrayList;
import java.util.List;

/** Combines one entry from each of several lists in all ways. */
final class CartesianProduct {

    private CartesianProduct() {}

    /** Returns the combinations; none if there are more than wanted. */
    static List<List<Entry>> of(List<List<Entry>> shelves, int most) {
        List<List<Entry>> all = List.of(List.of());
        for (List<Entry> shelf : shelves) {
            if ((long) all.size() * shelf.size() > most) {
                return List.of();
            }
            all = all.stream()
                    .flatMap(begun -> shelf.stream().map(entry -> with(begun, entry)))
                    .toList();
        }
        return all;
    }

    private static List<Entry> with(List<Entry> begun, Entry entry) {
        List<Entry> longer = new ArrayList<>(begun);
        longer.add(entry);
        return List.copyOf(longer);
    }
}
