package dev.sandbank.internal.model;

import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Lets scripts on pages of other origins call and read (CORS, in the Fetch standard §3.2); whether they may at all is decided by
 * whoever asks this.
 *
 * <p>The origin is named and credentials are allowed, as libraries for pages insist: nothing that is let out so goes by a cookie.
 */
public final class CrossOrigin {

    /** Names of header fields, and not too many. */
    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~, \t-]{1,2000}");

    private static final String USUAL = "Authorization, Content-Type, Accept, X-Requested-With";

    private CrossOrigin() {}

    /** Whether a browser asks what it may send, before it does. */
    public static boolean isPreflight(Request request) {
        return request.method().equals("OPTIONS")
                && request.headers().has("Origin")
                && request.headers().has("Access-Control-Request-Method");
    }

    /** Allows methods, and whatever header fields the request means to send. */
    public static Reply preflight(Request request, Collection<String> methods) {
        String names = request.headers()
                .first("Access-Control-Request-Headers")
                .filter(NAMES.asMatchPredicate())
                .orElse(USUAL);
        return Reply.empty(204)
                .withHeader("Access-Control-Allow-Methods", String.join(", ", new TreeSet<>(methods)))
                .withHeader("Access-Control-Allow-Headers", names)
                .withHeader("Access-Control-Max-Age", "600");
    }

    /** The same reply for scripts to read, all its header fields too. */
    public static Reply readable(Request request, Reply reply) {
        Reply varying = reply.withHeader("Vary", "Origin");
        return request.headers()
                .first("Origin")
                .map(origin -> varying.withHeader("Access-Control-Allow-Origin", origin)
                        .withHeader("Access-Control-Allow-Credentials", "true")
                        .withHeader("Access-Control-Expose-Headers", exposed(reply)))
                .orElse(varying);
    }

    private static String exposed(Reply reply) {
        Collection<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        reply.headers().keySet().stream()
                .filter(name -> !name.startsWith("Access-Control-"))
                .forEach(names::add);
        names.add("Date");
        return String.join(", ", names);
    }
}
