package dev.sandbank.internal.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.FormatKeyword;
import com.networknt.schema.keyword.KeywordValidator;
import java.util.Map;

/** The formats of texts, asked of no text that is longer than any of theirs: the library's own patterns recurse. */
final class BoundedFormats extends FormatKeyword {

    private static final int LONGEST = 8_192;

    BoundedFormats(Map<String, Format> formats) {
        super(formats);
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
        return new GuardedKeyword.Guarded(
                super.newValidator(location, node, parent, context), parent.getSchemaNode(), BoundedFormats::isShort);
    }

    private static boolean isShort(BoundedExecution run, JsonNode schema, JsonNode value) {
        boolean asks = GuardedKeyword.isOfLength(schema, value);
        if (asks && value.isTextual() && value.textValue().length() > LONGEST) {
            throw new UncheckableException("it has more than " + LONGEST + " characters");
        }
        return asks;
    }
}
