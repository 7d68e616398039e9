package dev.sandbank.internal.explain;

import dev.sandbank.internal.model.Body;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.text.Fields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request as it is sent.
 *
 * @param method the HTTP method
 * @param path the raw path, with the prefix of its environment
 * @param query the query parameters
 * @param headers the header fields
 * @param body the content; empty for none
 */
public record CallRequest(
        String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    public CallRequest {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Returns the request with this credential as the first header field. */
    CallRequest authorized(String field, String credential) {
        Map<String, String> more = new LinkedHashMap<>();
        more.put(field, credential);
        more.putAll(headers);
        return new CallRequest(method, path, query, more, body);
    }

    CallRequest withHeader(String name, String value) {
        return new CallRequest(method, path, query, with(headers, name, value), body);
    }

    CallRequest withQuery(String name, String value) {
        return new CallRequest(method, path, with(query, name, value), headers, body);
    }

    CallRequest withBody(String other) {
        return new CallRequest(method, path, query, headers, other);
    }

    private static Map<String, String> with(Map<String, String> some, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(some);
        more.put(name, value);
        return more;
    }

    /** Returns path and query. */
    public String target() {
        String raw = rawQuery();
        return raw.isEmpty() ? path : path + "?" + raw;
    }

    /** Returns the query as it is sent; a comma or a colon needs no escape there. */
    private String rawQuery() {
        return query.entrySet().stream()
                .map(parameter -> escaped(parameter.getKey()) + "=" + escaped(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Converts it to the request that an environment receives. */
    public Request toRequest(String prefix) {
        Fields parameters = Fields.parameters();
        query.forEach(parameters::add);
        Fields fields = Fields.headers();
        headers.forEach(fields::add);
        Body content = Body.of(body.getBytes(StandardCharsets.UTF_8));
        return new Request(method, path.substring(prefix.length()), rawQuery(), parameters, fields, content);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%3A", ":");
    }
}
