package dev.sandbank.internal.journal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;

/**
 * Hides the secrets in a JSON text: it reads the text token by token and leaves it as it is, except for the hidden
 * values. The result ends where the text cannot be parsed.
 */
final class JsonSecrets {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String text;
    private final Redaction redaction;
    private final StringBuilder safe = new StringBuilder();
    private int copied;
    private int read;
    private boolean hidden;
    private boolean withinString;

    private JsonSecrets(String text, Redaction redaction) {
        this.text = text;
        this.redaction = redaction;
    }

    static String hide(String text, Redaction redaction) {
        JsonSecrets secrets = new JsonSecrets(text, redaction);
        try (JsonParser parser = JSON.createParser(text)) {
            secrets.copy(parser);
        } catch (IOException unreadable) {
            return Redaction.shorten(text);
        }
        return secrets.safe.toString();
    }

    private void copy(JsonParser parser) {
        try {
            while (parser.nextToken() != null) {
                token(parser);
            }
            safe.append(text, copied, text.length());
        } catch (IOException unreadable) {
            if (withinString) {
                cutString(start(parser));
            } else {
                safe.append(text, copied, Math.max(copied, read)).append('…');
            }
        }
    }

    private void token(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.FIELD_NAME) {
            hidden = redaction.hides(parser.currentName());
            return;
        }
        if (token.isScalarValue()) {
            scalar(parser, token, hidden || isHiddenElement(parser.getParsingContext()));
        } else if (hidden) {
            int from = start(parser);
            parser.skipChildren();
            replace(from, end(parser), "…");
        }
        read = end(parser);
        hidden = false;
    }

    /** Whether the value is in no object, so that no name says what it is. */
    private boolean isHiddenElement(JsonStreamContext where) {
        JsonStreamContext context = where;
        while (context.inArray() && context.getParent() != null) {
            context = context.getParent();
        }
        return redaction.hidesNameless() && context.inRoot();
    }

    /** Writes a plain value; {@code true}, {@code false} and {@code null} are never secret. */
    private void scalar(JsonParser parser, JsonToken token, boolean hides) throws IOException {
        int from = start(parser);
        withinString = token == JsonToken.VALUE_STRING;
        hidden = hides;
        String value = parser.getText();
        withinString = false;
        boolean telling = token == JsonToken.VALUE_STRING || token.isNumeric();
        String kept = hides && telling ? Redaction.shorten(value) : redaction.value(value);
        if (!kept.equals(value)) {
            replace(from, end(parser), kept);
        }
    }

    /** Writes a string that has no end, with as many characters as for a complete one. */
    private void cutString(int from) {
        String rest = text.substring(from + 1);
        boolean readable = !hidden && rest.indexOf('\\') < 0;
        safe.append(text, copied, from + 1).append(readable ? redaction.value(rest) : Redaction.shorten(rest));
    }

    private void replace(int from, int to, String kept) {
        safe.append(text, copied, from).append(TextNode.valueOf(kept));
        copied = to;
    }

    private static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private static int end(JsonParser parser) {
        return (int) parser.currentLocation().getCharOffset();
    }
}
