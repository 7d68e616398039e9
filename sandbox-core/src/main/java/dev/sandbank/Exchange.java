package dev.sandbank;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One call and its reply, as the journal keeps them: secrets are shortened to four characters, bodies to 4,096.
 *
 * @param number counts the calls of a sandbox from 1
 * @param at when it happened, by the sandbox's clock
 * @param method the HTTP method
 * @param target path and query as they were sent
 * @param requestHeaders the header fields of the request
 * @param requestBody the content of the request
 * @param status the HTTP status of the reply
 * @param replyHeaders the header fields of the reply
 * @param replyBody the content of the reply
 * @param decision how it was decided
 */
public record Exchange(
        long number,
        Instant at,
        String method,
        String target,
        Map<String, List<String>> requestHeaders,
        String requestBody,
        int status,
        Map<String, String> replyHeaders,
        String replyBody,
        Decision decision) {

    public Exchange {
        requestHeaders = Map.copyOf(requestHeaders);
        replyHeaders = Map.copyOf(replyHeaders);
    }
}
