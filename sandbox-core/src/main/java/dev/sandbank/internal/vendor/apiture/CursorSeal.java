package dev.sandbank.internal.vendor.apiture;

import dev.sandbank.internal.model.Ids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Seals the content of a cursor, so that only cursors of this sandbox open. */
final class CursorSeal {

    private static final String ALPHABET = "0123456789abcdef";
    private static final int MAC_LENGTH = 12;

    private final SecretKeySpec key;

    CursorSeal(Ids ids) {
        this.key = new SecretKeySpec(ids.text(ALPHABET, 32).getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
    }

    String close(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(mac(bytes), MAC_LENGTH + bytes.length);
        System.arraycopy(bytes, 0, sealed, MAC_LENGTH, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The content, or nothing if the cursor was made elsewhere. */
    Optional<String> open(String cursor) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        if (sealed.length <= MAC_LENGTH) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(sealed, MAC_LENGTH, sealed.length);
        return MessageDigest.isEqual(mac(content), Arrays.copyOf(sealed, MAC_LENGTH))
                ? Optional.of(new String(content, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private byte[] mac(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(content), MAC_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
