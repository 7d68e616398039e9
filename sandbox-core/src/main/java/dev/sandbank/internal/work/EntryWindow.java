package dev.sandbank.internal.work;

import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Positioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * A range of the entries behind a cursor, cut out with as few reads as possible.
 *
 * @param entries the entries
 * @param more whether more would follow
 */
public record EntryWindow(List<Entry> entries, boolean more) {

    private static final int FEWEST_READ = 32;

    /**
     * Returns the admitted entries after an entry.
     *
     * @param id the entry before them, or an empty text for the first ones
     * @return nothing if there is no such entry here
     */
    public static Optional<EntryWindow> after(EntryCursor shelf, String id, int size, Predicate<Entry> admits) {
        OptionalLong place = id.isEmpty() ? OptionalLong.of(0) : shelf.placeOf(id);
        return place.isEmpty() ? Optional.empty() : Optional.of(from(shelf, place.getAsLong(), size, admits));
    }

    /**
     * Returns the last admitted entries before an entry, in their order.
     *
     * @param id the entry after them
     * @return nothing if there is no such entry here
     */
    public static Optional<EntryWindow> before(EntryCursor shelf, String id, int size, Predicate<Entry> admits) {
        OptionalLong end = shelf.placeOf(id);
        if (end.isEmpty()) {
            return Optional.empty();
        }
        List<Entry> earlier = shelf.after(0, shelf.count()).stream()
                .filter(each -> each.place() < end.getAsLong())
                .map(Positioned::entry)
                .filter(admits)
                .toList();
        int start = Math.max(0, earlier.size() - size);
        return Optional.of(new EntryWindow(earlier.subList(start, earlier.size()), start > 0));
    }

    private static EntryWindow from(EntryCursor shelf, long start, int size, Predicate<Entry> admits) {
        List<Entry> found = new ArrayList<>();
        int chunk = Math.max(FEWEST_READ, size + 1);
        List<Positioned> read = shelf.after(start, chunk);
        while (!read.isEmpty()) {
            read.stream()
                    .map(Positioned::entry)
                    .filter(admits)
                    .limit(size + 1L - found.size())
                    .forEach(found::add);
            if (found.size() > size) {
                return new EntryWindow(List.copyOf(found.subList(0, size)), true);
            }
            read = read.size() < chunk
                    ? List.of()
                    : shelf.after(read.get(read.size() - 1).place(), chunk);
        }
        return new EntryWindow(found, false);
    }
}
