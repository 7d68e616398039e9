package dev.sandbank.internal.denial;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A call that is ready to be made.
 *
 * @param request the request, with its credential
 * @param token the bearer token that belongs to it; empty for none
 * @param parameters the values of the operation's parameters
 */
public record Arranged(Wire request, String token, Map<String, String> parameters) {

    static Arranged of(Wire wire, Credential credential, String token, Map<String, String> parameters) {
        Map<String, String> headers = new LinkedHashMap<>();
        String field = credential.field(token);
        if (!field.isEmpty()) {
            headers.put("Authorization", field);
        }
        headers.putAll(wire.headers());
        return new Arranged(
                new Wire(wire.method(), wire.path(), wire.query(), headers, wire.body()), token, parameters);
    }
}
