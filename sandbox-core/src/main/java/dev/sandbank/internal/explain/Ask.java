package dev.sandbank.internal.explain;

import dev.sandbank.internal.model.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is asked of a bank, by whomever.
 *
 * @param operation the operation
 * @param resource the resource that it names, as people tell it from others; empty if none
 * @param path the raw path
 * @param query the query parameters
 * @param headers the header fields
 * @param body the content; empty for none
 */
public record Ask(
        Operation operation,
        String resource,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String body) {

    /** The query as it is sent; a comma or a colon needs no escape there. */
    public String rawQuery() {
        return query.entrySet().stream()
                .map(parameter -> escaped(parameter.getKey()) + "=" + escaped(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The same with one more header field or query parameter. */
    Ask with(boolean header, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(header ? headers : query);
        more.put(name, value);
        return new Ask(operation, resource, path, header ? query : more, header ? more : headers, body);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%3A", ":");
    }
}
