package dev.sandbank.internal.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a text that leaves the environment and comes back, so that only texts of this environment are accepted. The
 * text is not secret.
 */
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

    /** Makes one with short signatures, for uses in which a lucky guess does no harm. */
    public static SignedValue brief(Ids ids) {
        return new SignedValue(ids, SHORT_LENGTH);
    }

    public String close(String content) {
        return close(content, "");
    }

    /**
     * Signs a text together with a context.
     *
     * @param about the context, which must be known to open the text, but is not in it
     */
    public String close(String content, String about) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(mac(bytes, about), length + bytes.length);
        System.arraycopy(bytes, 0, sealed, length, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Returns the content; empty if it was signed elsewhere or changed since. */
    public Optional<String> open(String text) {
        return open(text, "");
    }

    /** Opens a text that was signed together with a context. */
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
