package dev.sandbank.internal.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.FormatKeyword;
import com.networknt.schema.keyword.KeywordValidator;
import java.util.Map;
import java.util.Set;

/**
 * The formats of texts, asked of no text that is longer than any of theirs: the library's own patterns for them recurse, and
 * some take a time that grows with the square of the text.
 */
final class BoundedFormats extends FormatKeyword {

    /** Those that are read without a pattern. */
    private static final Set<String> LONG = Set.of("uri", "uri-reference", "iri", "iri-reference", "regex");

    private static final int LONGEST = 8_192;
    private static final int LONGEST_OF_A_PATTERN = 1_024;

    BoundedFormats(Map<String, Format> formats) {
        super(formats);
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
        boolean isLong = LONG.contains(node.asText());
        return new GuardedKeyword.Guarded(
                super.newValidator(location, node, parent, context),
                parent.getSchemaNode(),
                (run, schema, value) -> value.isTextual()
                        && GuardedKeyword.isOfLength(schema, value)
                        && isBounded(run, value.textValue().length(), isLong));
    }

    private static boolean isBounded(BoundedExecution run, int length, boolean isLong) {
        int longest = isLong ? LONGEST : LONGEST_OF_A_PATTERN;
        if (length > longest) {
            throw new UncheckableException("it has more than " + longest + " characters");
        }
        run.spend(isLong ? length : (long) length * length);
        return true;
    }
}
