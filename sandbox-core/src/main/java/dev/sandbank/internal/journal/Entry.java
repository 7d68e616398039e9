package dev.sandbank.internal.journal;

import dev.sandbank.internal.model.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One call as the journal keeps it: whatever is secret is shortened to four characters, bodies to a bound.
 *
 * @param number counts the calls of a sandbox from 1
 * @param at the sandbox's time
 * @param method the HTTP method
 * @param target path and query
 * @param requestHeaders the request's header fields
 * @param requestBody the request's content
 * @param status the HTTP status of the reply
 * @param replyHeaders the reply's header fields
 * @param replyBody the reply's content
 * @param ruling how it was decided
 * @param tests the tests it belongs to
 */
public record Entry(
        long number,
        Instant at,
        String method,
        String target,
        Map<String, List<String>> requestHeaders,
        String requestBody,
        int status,
        Map<String, String> replyHeaders,
        String replyBody,
        Ruling ruling,
        List<String> tests) {

    Entry numbered(long other) {
        return new Entry(
                other, at, method, target, requestHeaders, requestBody, status, replyHeaders, replyBody, ruling, tests);
    }
}
