package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Request;

/** What answers the requests of one port. */
public interface RequestHandler {

    /**
     * Never blocks for long: what has to wait is told as {@link Outcome.Later}.
     *
     * @param request also one that cannot be read, as its body then tells
     */
    Outcome answer(Request request);

    /** Whether a path takes uploads, whose content is counted and not kept: the site is told of {@code key} and {@code size}. */
    default boolean isForUploads(String path) {
        return false;
    }

    /** Whether a path is for those who control the site, whom its own calls never hold up. */
    default boolean isForControls(String path) {
        return false;
    }

    /** The port is closed: what was made behind it ends, too. */
    default void close() {}
}
