package dev.sandbank.internal.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import dev.sandbank.internal.text.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A keyword of JSON Schema that is evaluated only if its cost is small.
 *
 * @param guards makes the guard of a keyword from its value in the schema
 */
record GuardedKeyword(Keyword usual, Function<JsonNode, Guard> guards) implements Keyword {

    private static final int STEPS_OF_A_COMPARISON = 5;

    /** Decides before a keyword is evaluated. */
    interface Guard {
        boolean asks(BoundedExecution run, JsonNode schema, JsonNode value);
    }

    static List<GuardedKeyword> all() {
        return List.of(
                new GuardedKeyword(KeywordType.PATTERN, node -> pattern(TextPattern.of(node.asText()))),
                new GuardedKeyword(KeywordType.PATTERN_PROPERTIES, GuardedKeyword::patternProperties),
                new GuardedKeyword(KeywordType.UNIQUE_ITEMS, GuardedKeyword::uniqueItems));
    }

    /** Skips the pattern for a text of the wrong length, which is refused for that. */
    private static Guard pattern(TextPattern pattern) {
        return (run, schema, value) -> {
            boolean asks = value.isTextual() && isOfLength(schema, value);
            run.spend(asks ? pattern.steps(value.textValue().length()) : 0);
            return asks;
        };
    }

    private static Guard patternProperties(JsonNode node) {
        List<TextPattern> patterns = new ArrayList<>();
        node.fieldNames().forEachRemaining(text -> patterns.add(TextPattern.of(text)));
        return (run, schema, value) -> {
            value.fieldNames().forEachRemaining(name -> patterns.forEach(each -> run.spend(each.steps(name.length()))));
            return true;
        };
    }

    /** Counts a comparison only for elements with the same hash. */
    private static Guard uniqueItems(JsonNode node) {
        return (run, schema, value) -> {
            run.spend(node.asBoolean() ? STEPS_OF_A_COMPARISON * comparisons(value) : 0);
            return true;
        };
    }

    static boolean isOfLength(JsonNode schema, JsonNode value) {
        if (!value.isTextual()) {
            return true;
        }
        String text = value.textValue();
        int length = text.codePointCount(0, text.length());
        return length >= schema.path("minLength").asInt(0)
                && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE);
    }

    private static long comparisons(JsonNode array) {
        int[] hashes = array.valueStream().mapToInt(JsonNode::hashCode).sorted().toArray();
        long comparisons = hashes.length;
        long same = 0;
        for (int i = 1; i < hashes.length; i++) {
            same = hashes[i] == hashes[i - 1] ? same + 1 : 0;
            comparisons += same;
        }
        return comparisons;
    }

    @Override
    public String getValue() {
        return usual.getValue();
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation location, JsonNode node, Schema parent, SchemaContext context)
            throws Exception {
        return new Guarded(
                usual.newValidator(location, node, parent, context), parent.getSchemaNode(), guards.apply(node));
    }

    /** The keyword in one schema. */
    record Guarded(KeywordValidator usual, JsonNode schema, Guard guard) implements KeywordValidator {

        @Override
        public void validate(ExecutionContext run, JsonNode value, JsonNode root, NodePath place) {
            if (guard.asks((BoundedExecution) run, schema, value)) {
                usual.validate(run, value, root, place);
            }
        }

        @Override
        public void preloadSchema() throws SchemaException {
            usual.preloadSchema();
        }

        @Override
        public String getKeyword() {
            return usual.getKeyword();
        }

        @Override
        public SchemaLocation getSchemaLocation() {
            return usual.getSchemaLocation();
        }
    }
}
