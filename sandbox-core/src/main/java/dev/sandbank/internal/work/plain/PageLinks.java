package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Fields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Supplier;

/** Links to other pages of a list; they carry along whatever else the request asked for. */
final class PageLinks {

    private final Supplier<String> publicBase;

    PageLinks(Supplier<String> publicBase) {
        this.publicBase = publicBase;
    }

    String to(Call call, Map<String, String> changed) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Fields asked = call.request().query();
        parameters.putAll(changed);
        asked.names()
                .forEach(name -> parameters.putIfAbsent(name, asked.first(name).orElse("")));
        StringJoiner query = new StringJoiner("&");
        parameters.forEach((name, value) -> query.add(encode(name) + "=" + encode(value)));
        return publicBase.get() + call.request().path() + "?" + query;
    }

    /** The {@code Link} field of RFC 8288 for those of first, previous, next and last that there are. */
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

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
