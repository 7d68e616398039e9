package dev.sandbank.internal.vendor.apiture;

import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Positioned;
import dev.sandbank.internal.model.SignedValue;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.work.EntryCursor;
import dev.sandbank.internal.work.OperationContext;
import java.util.Optional;

/**
 * The cursors of one list: each names the entry that a page ended with, sealed for this list of this sandbox.
 *
 * <p>They tell where the entry stands in the store, because that is short and stays as it is, whatever comes and goes.
 */
final class Cursors {

    private static final int RADIX = Character.MAX_RADIX;

    private final Entries entries;
    private final SignedValue seal;

    Cursors(OperationContext context) {
        this.entries = context.store().entries();
        this.seal = SignedValue.brief(context.ids());
    }

    String close(Entry last) {
        long place = entries.placeOf(last.collection(), last.id())
                .orElseThrow(() -> new IllegalArgumentException("no entry of the store: " + last.id()));
        return seal.close(Long.toString(place, RADIX));
    }

    /** The id of the entry, if it is one of the list's collection. */
    Optional<String> open(String cursor, EntryCursor list) {
        Optional<String> collection =
                list.after(0, 1).stream().findFirst().map(first -> first.entry().collection());
        return seal.open(cursor)
                .map(text -> Long.parseLong(text, RADIX))
                .flatMap(place -> collection.flatMap(name -> at(name, place)));
    }

    private Optional<String> at(String collection, long place) {
        return entries.from(collection, place, 1).stream()
                .filter(found -> found.place() == place)
                .map(Positioned::entry)
                .map(Entry::id)
                .findFirst();
    }
}
