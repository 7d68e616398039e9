package dev.sandbank.internal.text;

import java.util.List;
import java.util.stream.Stream;

/** The cookies that a request brings (RFC 6265 §4.2). */
public final class Cookies {

    private Cookies() {}

    /** The values that a cookie is sent with. */
    public static List<String> all(Fields headers, String name) {
        return headers.all("Cookie").stream()
                .flatMap(field -> Stream.of(field.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .toList();
    }
}
