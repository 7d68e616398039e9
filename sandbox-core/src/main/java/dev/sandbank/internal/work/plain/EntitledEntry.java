package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Visibility.Through;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Entries;
import java.util.Optional;

/** Finds the entry whose entitlements tell what a caller may do with one: itself, or else the nearest one that it is through. */
record EntitledEntry(Dialect dialect, Entries entries) {

    Entry of(Entry entry) {
        Entry here = entry;
        while (!dialect.isEntitled(here.collection())) {
            Optional<Entry> above = above(here);
            if (above.isEmpty()) {
                return entry;
            }
            here = above.get();
        }
        return here;
    }

    private Optional<Entry> above(Entry entry) {
        Through through = dialect.collection(entry.collection()).through();
        return through == null
                ? Optional.empty()
                : entries.find(
                        through.collection(),
                        entry.document().path(through.member()).asText());
    }
}
