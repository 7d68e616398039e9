package dev.sandbank.internal.text;

import java.util.List;
import java.util.stream.Stream;

/** Reads the cookies of a request (RFC 6265 §4.2). */
public final class Cookies {

    private Cookies() {}

    /** Returns the values of a cookie. */
    public static List<String> all(Fields headers, String name) {
        return headers.all("Cookie").stream()
                .flatMap(field -> Stream.of(field.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .toList();
    }
}
