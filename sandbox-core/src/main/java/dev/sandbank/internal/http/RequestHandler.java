package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;

/** What answers the requests of one port. */
public interface RequestHandler {

    /** Never blocks for long: what has to wait is told as {@link Outcome.Later}. */
    Outcome answer(Request request);

    /** Whether a path is for those who control the site, whom its own calls never hold up. */
    default boolean isForControls(String path) {
        return false;
    }

    /**
     * Words the refusal of what never became a {@link Request}: bad escapes, no {@code Host}, a huge header, a garbled
     * request line, bad chunking.
     *
     * @param status the HTTP status of the refusal
     * @param reason what was wrong, in a few words; never a secret of the request
     * @param method the method as far as it is known, else empty
     * @param target the raw path and query as far as they are known, else empty
     */
    Reply unreadable(int status, String reason, String method, String target);
}
