package dev.sandbank.internal.bank;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Handles raw paths as callers sent them, which may be malformed. */
final class Paths {

    /** Text that RFC 3986 §3.3 does not allow in a path: other characters, and percent signs that begin no escape. */
    private static final Pattern ILLEGAL = Pattern.compile("[^A-Za-z0-9\\-._~!$&'()*+,;=:@/%]|%(?![0-9A-Fa-f]{2})");

    private Paths() {}

    /** Returns the path as a URI reference; illegal characters are escaped. */
    static String reference(String path) {
        return ILLEGAL.matcher(path)
                .replaceAll(illegal -> URLEncoder.encode(illegal.group(), StandardCharsets.UTF_8)
                        .replace("+", "%20"));
    }
}
