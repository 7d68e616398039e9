package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.work.Outcome;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One page of a list, by {@code page} and {@code perPage}, with full links in {@code pagination}.
 *
 * <p>The description calls the link back {@code prev}, the guides call it {@code previous}: both are sent, with the same
 * URL. An empty page has no links.
 */
final class NumberedPage {

    private final Supplier<String> publicBase;

    NumberedPage(Supplier<String> publicBase) {
        this.publicBase = publicBase;
    }

    Outcome of(Call call, String listMember, List<Entry> all, Function<Entry, ObjectNode> show) {
        int size = call.input().number("perPage");
        int page = call.input().number("page");
        long from = Math.min(all.size(), (page - 1L) * size);
        List<Entry> shown = all.subList((int) from, (int) Math.min(all.size(), from + size));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode items = body.putArray(listMember);
        shown.forEach(entry -> items.add(show.apply(entry)));
        ObjectNode links = body.putObject("pagination");
        if (!shown.isEmpty()) {
            links.put("first", link(call, 1, size));
            if (from + size < all.size()) {
                links.put("next", link(call, page + 1, size));
            }
            if (page > 1) {
                links.put("prev", link(call, page - 1, size));
                links.put("previous", link(call, page - 1, size));
            }
        }
        return Outcome.ok(body);
    }

    private String link(Call call, int page, int size) {
        StringJoiner query = new StringJoiner("&");
        query.add("page=" + page).add("perPage=" + size);
        Fields asked = call.request().query();
        for (String name : asked.names()) {
            if (!name.equals("page") && !name.equals("perPage")) {
                query.add(encode(name) + "=" + encode(asked.first(name).orElse("")));
            }
        }
        return publicBase.get() + call.request().path() + "?" + query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
