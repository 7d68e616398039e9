package dev.sandbank.internal.work;

import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Positioned;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Ordered entries that are read a few at a time. */
public interface EntryCursor {

    /** Returns some of the entries after a place; place 0 is before the first. */
    List<Positioned> after(long place, int limit);

    /** Returns the place of an entry, if it is here. */
    OptionalLong placeOf(String id);

    int count();

    /** Makes one of entries that are already in memory. */
    static EntryCursor of(List<Entry> entries) {
        return new EntryCursor() {
            @Override
            public List<Positioned> after(long place, int limit) {
                return IntStream.range((int) place, (int) Math.min(entries.size(), place + limit))
                        .mapToObj(index -> new Positioned(entries.get(index), index + 1L))
                        .toList();
            }

            @Override
            public OptionalLong placeOf(String id) {
                return IntStream.range(0, entries.size())
                        .filter(index -> entries.get(index).id().equals(id))
                        .mapToLong(index -> index + 1L)
                        .findFirst();
            }

            @Override
            public int count() {
                return entries.size();
            }
        };
    }
}
