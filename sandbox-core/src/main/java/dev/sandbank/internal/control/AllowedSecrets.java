package dev.sandbank.internal.control;

import java.util.regex.Pattern;

/** Checks what may be a password or a secret, as fixtures do. */
final class AllowedSecrets {

    private static final Pattern FIT = Pattern.compile("[\\x20-\\x7E]{1,256}");

    private AllowedSecrets() {}

    /** Refuses a text that may not be a secret. The message never contains it. */
    static String require(String what, String secret) {
        if (!FIT.matcher(secret).matches()) {
            throw new IllegalArgumentException("a " + what + " must be 1 to 256 printable ASCII characters");
        }
        return secret;
    }
}
