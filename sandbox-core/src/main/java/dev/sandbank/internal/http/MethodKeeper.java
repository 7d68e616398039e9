package dev.sandbank.internal.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpParser;

/** Remembers that a request asked for the head alone, which a parser forgets that fails at its target. */
final class MethodKeeper extends HttpParser {

    private static final byte[] HEAD = "HEAD ".getBytes(StandardCharsets.US_ASCII);
    private static final int NO = -1;

    private int matched;

    MethodKeeper(HttpParser.RequestHandler handler, int maxHeaderBytes, HttpCompliance compliance) {
        super(handler, maxHeaderBytes, compliance);
    }

    @Override
    public boolean parseNext(ByteBuffer buffer) {
        matched = isStart() ? 0 : matched;
        for (int i = buffer.position(); i < buffer.limit() && matched != NO && !isHead(); i++) {
            match(buffer.get(i));
        }
        return super.parseNext(buffer);
    }

    /** Line ends before a request are passed over. */
    private void match(byte next) {
        if (matched > 0 || (next != '\r' && next != '\n')) {
            matched = next == HEAD[matched] ? matched + 1 : NO;
        }
    }

    boolean isHead() {
        return matched == HEAD.length;
    }
}
