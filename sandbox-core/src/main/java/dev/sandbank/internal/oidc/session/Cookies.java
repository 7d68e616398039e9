package dev.sandbank.internal.oidc.session;

import dev.sandbank.internal.model.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookies of a request (RFC 6265 §4.2). */
public final class Cookies {

    private Cookies() {}

    /** A cookie's value; nothing if it is absent, empty or sent twice. */
    public static Optional<String> value(Request request, String name) {
        List<String> values = request.headers().all("Cookie").stream()
                .flatMap(field -> Stream.of(field.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .toList();
        return values.size() == 1 && !values.get(0).isEmpty() ? Optional.of(values.get(0)) : Optional.empty();
    }
}
