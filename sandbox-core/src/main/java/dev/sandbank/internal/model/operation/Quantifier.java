package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Of how many elements of a list conditions must hold. */
public enum Quantifier {
    /** Of all of them, if there are any. */
    EVERY("every", "not every element") {
        @Override
        public boolean holds(Stream<JsonNode> elements, Predicate<JsonNode> conditions) {
            return elements.allMatch(conditions);
        }
    },
    /** Of one at least. */
    SOME("some", "no element") {
        @Override
        public boolean holds(Stream<JsonNode> elements, Predicate<JsonNode> conditions) {
            return elements.anyMatch(conditions);
        }
    },
    /** Of not a single one. */
    NONE("none", "an element") {
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

    /** Its name in a dialect. */
    public String word() {
        return word;
    }

    /** What is said of a list that it does not hold of. */
    public String broken() {
        return broken;
    }

    public static Optional<Quantifier> of(String word) {
        return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    public abstract boolean holds(Stream<JsonNode> elements, Predicate<JsonNode> conditions);
}
