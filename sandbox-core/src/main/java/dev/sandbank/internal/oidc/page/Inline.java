package dev.sandbank.internal.oidc.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** A style or script that stands inside a page, and the hash by which a browser knows that it is ours. */
record Inline(String text, String source) {

    static Inline of(String text) {
        return new Inline(text, "'sha256-" + Base64.getEncoder().encodeToString(sha256(text)) + "'");
    }

    static Inline read(String resource) {
        try (InputStream in = Objects.requireNonNull(Inline.class.getResourceAsStream(resource), resource)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
