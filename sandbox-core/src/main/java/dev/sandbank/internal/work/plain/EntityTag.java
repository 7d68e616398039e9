package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.model.Hash;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.text.Fields;
import dev.sandbank.internal.work.Result;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The entity tag of a reply's content, and the conditions of a call on it (RFC 9110 §8.8.3, §13): equal content has
 * equal tags.
 */
record EntityTag(String tag) {

    private static final String WEAK = "W/";
    private static final int NOT_MODIFIED = 304;

    static EntityTag of(Reply reply) {
        return new EntityTag('"' + Hash.hex(reply.body()) + '"');
    }

    /**
     * Returns the reply with its tag, a 304 if the caller has it already, or a refusal if the caller wants another
     * one.
     */
    Result answer(Request request, Reply reply) {
        Fields headers = request.headers();
        Reply tagged = reply.withHeader("ETag", tag);
        if (headers.has("If-Match") && !isAmong(headers.all("If-Match").stream(), false)) {
            return Result.refuse("precondition-failed", "If-Match does not name the present tag, " + tag, Map.of());
        }
        return request.reads() && isAmong(headers.all("If-None-Match").stream(), true)
                ? new Result.Done(new Reply(
                        NOT_MODIFIED, tagged.withoutHeader("Content-Type").headers(), ""))
                : new Result.Done(tagged);
    }

    private boolean isAmong(Stream<String> fields, boolean weakly) {
        return fields.flatMap(field -> Stream.of(field.split(",", -1)))
                .map(String::strip)
                .anyMatch(named -> named.equals("*")
                        || tag.equals(weakly && named.startsWith(WEAK) ? named.substring(WEAK.length()) : named));
    }
}
