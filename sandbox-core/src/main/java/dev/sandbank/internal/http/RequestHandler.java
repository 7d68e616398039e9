package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Request;

/** Answers the requests of one port. */
public interface RequestHandler {

    /**
     * Answers a request without blocking for long: if it has to wait, returns {@link Outcome.Later}.
     *
     * @param request a request, which may be unreadable; its body then says so
     */
    Outcome answer(Request request);

    /** Whether a path takes uploads. Their content is counted and not kept: the site gets {@code key} and {@code size}. */
    default boolean isForUploads(String path) {
        return false;
    }

    /** Whether a path is for controls of the site: they never wait for the site's own calls. */
    default boolean isForControls(String path) {
        return false;
    }

    /** Runs when the port closes, and ends what was made behind it. */
    default void close() {}
}
