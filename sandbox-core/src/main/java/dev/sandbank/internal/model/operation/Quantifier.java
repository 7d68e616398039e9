package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How many elements of a list must fit a condition. */
public enum Quantifier {
    /** All of them, even of an empty list. */
    EVERY("every", "not every element") {
        @Override
        public boolean holds(Stream<JsonNode> elements, Predicate<JsonNode> conditions) {
            return elements.allMatch(conditions);
        }
    },
    /** At least one. */
    SOME("some", "no element") {
        @Override
        public boolean holds(Stream<JsonNode> elements, Predicate<JsonNode> conditions) {
            return elements.anyMatch(conditions);
        }
    },
    /** None. */
    NONE("none", "some element") {
        @Override
        public boolean holds(Stream<JsonNode> elements, Predicate<JsonNode> conditions) {
            return elements.noneMatch(conditions);
        }
    };

    private final String word;
    private final String broken;

    Quantifier(String word, String broken) {
        this.word = word;
        this.broken = broken;
    }

    /** Returns its name in a dialect. */
    public String word() {
        return word;
    }

    /** Returns the words for a list that fails it. */
    public String broken() {
        return broken;
    }

    public static Optional<Quantifier> of(String word) {
        return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    public abstract boolean holds(Stream<JsonNode> elements, Predicate<JsonNode> conditions);
}
