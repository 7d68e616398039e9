package dev.sandbank.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Positioned;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Entries of one collection, some of which have an owner, some a parent and some both. */
class EntriesInOrderTest {

    private final Seed seed = new Seed();

    @Test
    void belongToTheirParentWhetherOwnedOrNot() {
        add("t9", "ada", "a1")
                .add("t1", null, "a1")
                .add("t5", null, "a2")
                .add("t3", "bob", "a1")
                .add("t2", null, "a1");

        try (Store store = store()) {
            assertThat(ids(store.entries().below("transactions", "a1").stream()))
                    .containsExactly("t9", "t1", "t3", "t2");
        }
    }

    @Test
    void areOwnedWhetherTheyHaveAParentOrNot() {
        add("t9", "ada", "a1")
                .add("t1", null, "a1")
                .add("t5", "ada", null)
                .add("t3", "bob", "a1")
                .add("t2", "ada", "a0");

        try (Store store = store()) {
            assertThat(ids(store.entries().ownedBy("transactions", "ada").stream()))
                    .containsExactly("t9", "t5", "t2");
        }
    }

    @Test
    void areReadPageByPageInTheOrderTheyCameToBe() {
        add("t9", "ada", "a1").add("t1", null, "a1").add("t5", "ada", null).add("t3", null, null);

        try (Store store = store()) {
            assertThat(ids(store.entries().from("transactions", 1, 2).stream().map(Positioned::entry)))
                    .containsExactly("t1", "t5");
        }
    }

    private EntriesInOrderTest add(String id, @Nullable String owner, @Nullable String parent) {
        seed.entry("transactions", id, owner, parent, "{\"id\":\"" + id + "\"}", null, null);
        return this;
    }

    private Store store() {
        return Store.open(seed, () -> Instant.EPOCH, 0);
    }

    private static Stream<String> ids(Stream<Entry> entries) {
        return entries.map(Entry::id);
    }
}
