package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.text.Fields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Supplier;

/**
 * Makes links to other pages of a list; they keep all other query parameters of the request that the operation knows.
 */
final class PageLinks {

    /** The facts of a page that contain links. */
    static final List<String> FACTS = List.of("first", "previous", "next", "last", "link");

    /** The longest link, which is the longest target of a request. */
    private static final int LONGEST = 64 * 1024;

    /** The room for place and size of a page, and the most bytes of an escaped character. */
    private static final int PLACE = 1024;

    private static final int ESCAPED = 9;

    private final Supplier<String> publicBase;

    PageLinks(Supplier<String> publicBase) {
        this.publicBase = publicBase;
    }

    /** Refuses a query that is too long for links to other pages. */
    Optional<Refusal> against(Call call) {
        int asked = call.request().target().length();
        if (PLACE + asked * ESCAPED <= LONGEST || PLACE + to(call, Map.of()).length() <= LONGEST) {
            return Optional.empty();
        }
        return Optional.of(new Refusal.Unreadable(
                "uri-too-long", "Links to other pages would be longer than " + LONGEST + " characters"));
    }

    String to(Call call, Map<String, String> changed) {
        return to(call, changed, Set.of());
    }

    /** @param without parameters to leave out */
    String to(Call call, Map<String, String> changed, Set<String> without) {
        Fields asked = call.request().query();
        StringJoiner query = new StringJoiner("&");
        changed.forEach((name, value) -> query.add(encode(name) + "=" + encode(value)));
        asked.names().stream()
                .filter(name -> !changed.containsKey(name)
                        && !without.contains(name)
                        && !call.operation().ignores(name))
                .forEach(name -> asked.all(name).forEach(value -> query.add(encode(name) + "=" + encode(value))));
        return publicBase.get() + call.request().path() + "?" + query;
    }

    /** Returns the {@code Link} field of RFC 8288 with the existing links among first, previous, next and last. */
    static String header(Map<String, Object> links) {
        StringJoiner header = new StringJoiner(", ");
        for (String name : new String[] {"first", "previous", "next", "last"}) {
            Object target = links.get(name);
            if (target != null) {
                header.add("<" + target + ">; rel=\"" + (name.equals("previous") ? "prev" : name) + "\"");
            }
        }
        return header.toString();
    }

    /** Escapes a text, except commas, which may stand in a query (RFC 3986 §3.4). */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",");
    }
}
