package dev.sandbank.internal.work;

import dev.sandbank.internal.model.Positioned;
import dev.sandbank.internal.store.Entries;
import java.util.List;
import java.util.OptionalLong;

/**
 * A whole collection, read as far as it is needed. A place is one more than the store's, which begin with 0.
 *
 * @param entries the store's entries
 * @param collection the collection
 */
record WholeCollection(Entries entries, String collection) implements EntryCursor {

    @Override
    public List<Positioned> after(long place, int limit) {
        return entries.from(collection, place, limit).stream()
                .map(placed -> new Positioned(placed.entry(), placed.place() + 1))
                .toList();
    }

    @Override
    public OptionalLong placeOf(String id) {
        return entries.placeOf(collection, id).stream()
                .mapToLong(place -> place + 1)
                .findFirst();
    }

    @Override
    public int count() {
        return entries.count(collection);
    }
}
