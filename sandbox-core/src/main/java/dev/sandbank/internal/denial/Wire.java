package dev.sandbank.internal.denial;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request as it is sent, but for its credential.
 *
 * @param method the HTTP method
 * @param path the raw path
 * @param query the query parameters
 * @param headers the header fields
 * @param body the content; empty for none
 */
public record Wire(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    public Wire {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Path and query. */
    public String target() {
        String raw = query.entrySet().stream()
                .map(parameter -> escaped(parameter.getKey()) + "=" + escaped(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return raw.isEmpty() ? path : path + "?" + raw;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
