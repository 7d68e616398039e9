package dev.sandbank.internal.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The content of a request, read up to a bound.
 *
 * <p>What exceeds the bound is not kept: {@link #tooLarge()} tells, and the bytes are then empty.
 */
public final class Body {

    /** How many bytes are kept. */
    public static final int MAX = 1024 * 1024;

    public static final Body EMPTY = new Body(new byte[0], false);
    public static final Body TOO_LARGE = new Body(new byte[0], true);

    private final byte[] bytes;
    private final boolean tooLarge;

    private Body(byte[] bytes, boolean tooLarge) {
        this.bytes = bytes;
        this.tooLarge = tooLarge;
    }

    public static Body of(byte[] bytes) {
        if (bytes.length > MAX) {
            return TOO_LARGE;
        }
        return bytes.length == 0 ? EMPTY : new Body(bytes.clone(), false);
    }

    public boolean isEmpty() {
        return bytes.length == 0 && !tooLarge;
    }

    public boolean tooLarge() {
        return tooLarge;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The content as text, whatever it is: for people to read. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The content as text; nothing if it is not UTF-8. */
    public Optional<String> utf8() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
