package dev.sandbank.internal.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Seals a text that goes out and comes back, so that only what this environment sealed is believed. Not secret. */
public final class SignedValue {

    private static final String ALPHABET = "0123456789abcdef";
    private static final int USUAL_LENGTH = 16;
    private static final int SHORT_LENGTH = 8;

    private final SecretKeySpec key;
    private final int length;

    public SignedValue(Ids ids) {
        this(ids, USUAL_LENGTH);
    }

    private SignedValue(Ids ids, int length) {
        this.key = new SecretKeySpec(ids.fork().text(ALPHABET, 64).getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
        this.length = length;
    }

    /** One for texts that must be short, where a lucky guess would do no harm. */
    public static SignedValue brief(Ids ids) {
        return new SignedValue(ids, SHORT_LENGTH);
    }

    public String close(String content) {
        return close(content, "");
    }

    /**
     * The same, about something.
     *
     * @param about what must be known to open it, and is not told by it
     */
    public String close(String content, String about) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(mac(bytes, about), length + bytes.length);
        System.arraycopy(bytes, 0, sealed, length, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The content, or nothing if it was sealed elsewhere or changed since. */
    public Optional<String> open(String text) {
        return open(text, "");
    }

    /** The same, of what was sealed about something. */
    public Optional<String> open(String text, String about) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        if (sealed.length <= length) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(sealed, length, sealed.length);
        return MessageDigest.isEqual(mac(content, about), Arrays.copyOf(sealed, length))
                ? Optional.of(new String(content, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private byte[] mac(byte[] content, String about) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(about.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(content), length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
