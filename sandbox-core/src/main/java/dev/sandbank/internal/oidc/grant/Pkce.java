package dev.sandbank.internal.oidc.grant;

import dev.sandbank.internal.model.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;

/** Proof Key for Code Exchange (RFC 7636 §4). */
public final class Pkce {

    public static final String S256 = "S256";
    public static final String PLAIN = "plain";

    private static final Pattern SHAPE = Pattern.compile("[-A-Za-z0-9._~]{43,128}");

    private Pkce() {}

    /** Whether a text has the form of a challenge or verifier. */
    public static boolean wellFormed(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** Whether the verifier matches the challenge; compares in constant time. */
    static boolean proves(String verifier, String challenge, String method) {
        String made = method.equals(S256)
                ? Base64.getUrlEncoder().withoutPadding().encodeToString(Hash.sha256(verifier))
                : verifier;
        return wellFormed(verifier)
                && MessageDigest.isEqual(
                        made.getBytes(StandardCharsets.US_ASCII), challenge.getBytes(StandardCharsets.US_ASCII));
    }
}
