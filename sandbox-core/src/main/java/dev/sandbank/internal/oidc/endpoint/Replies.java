package dev.sandbank.internal.oidc.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/** Makes replies that several endpoints need. */
public final class Replies {

    private Replies() {}

    /** Marks a reply that no cache may keep (RFC 6749 §5.1). */
    public static Reply uncached(Reply reply) {
        return reply.withHeader("Cache-Control", "no-store").withHeader("Pragma", "no-cache");
    }

    public static Reply json(JsonNode body) {
        return uncached(Reply.of(200, "application/json", body.toString()));
    }

    /** Redirects a browser to a URI with further parameters. The status is 303, so that no browser sends a password on (RFC 9700 §4.12). */
    public static Reply redirect(String uri, Map<String, String> parameters) {
        return redirect(uri, uri.contains("?") ? "&" : "?", parameters);
    }

    /** The same with the parameters in the fragment, which browsers do not send to servers. */
    public static Reply redirectByFragment(String uri, Map<String, String> parameters) {
        return redirect(uri, "#", parameters);
    }

    private static Reply redirect(String uri, String mark, Map<String, String> parameters) {
        StringJoiner query = new StringJoiner("&");
        parameters.forEach((name, value) -> query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        String joined = query.length() == 0 ? uri : uri + mark + query;
        return uncached(Reply.empty(303)).withHeader("Location", joined);
    }
}
