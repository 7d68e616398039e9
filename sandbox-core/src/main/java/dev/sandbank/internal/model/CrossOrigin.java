package dev.sandbank.internal.model;

import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Lets scripts on pages of other origins call and read (CORS, in the Fetch standard §3.2); the caller of this class
 * decides whether they may.
 *
 * <p>Replies name the origin and allow credentials, as browser libraries require; no reply that is shared this way
 * depends on a cookie.
 */
public final class CrossOrigin {

    /** A list of header field names of limited length. */
    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~, \t-]{1,2000}");

    private static final String USUAL = "Authorization, Content-Type, Accept, X-Requested-With";

    private CrossOrigin() {}

    /** Whether a browser asks in advance what it may send. */
    public static boolean isPreflight(Request request) {
        return request.method().equals("OPTIONS")
                && request.headers().has("Origin")
                && request.headers().has("Access-Control-Request-Method");
    }

    /** Allows methods, and all header fields that the request asks for. */
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

    /** Lets scripts read the reply and all its header fields. */
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
