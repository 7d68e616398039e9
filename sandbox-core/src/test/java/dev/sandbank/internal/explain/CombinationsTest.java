package dev.sandbank.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.internal.model.Entry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CombinationsTest {

    private final List<List<Entry>> shelves = List.of(shelf("a", "b"), shelf("1", "2", "3"));

    @Test
    void takeOneEntryFromEachShelf() {
        assertThat(CartesianProduct.of(shelves, 6))
                .extracting(taken -> taken.get(0).id() + taken.get(1).id())
                .containsExactly("a1", "a2", "a3", "b1", "b2", "b3");
    }

    @Test
    void areNoneIfTheyWereTooMany() {
        assertThat(CartesianProduct.of(shelves, 5)).isEmpty();
    }

    private static List<Entry> shelf(String... ids) {
        return Stream.of(ids)
                .map(id -> new Entry(
                        "things", id, null, JsonNodeFactory.instance.objectNode(), Instant.EPOCH, Instant.EPOCH))
                .toList();
    }
}
