package dev.sandbank.internal.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a request, read up to a bound.
 *
 * <p>If it exceeds the bound, {@link #tooLarge()} is true and no bytes are kept.
 */
public final class Body {

    /** How many bytes are kept. */
    public static final int MAX = 1024 * 1024;

    public static final Body EMPTY = new Body(new byte[0], false, null);
    public static final Body TOO_LARGE = new Body(new byte[0], true, null);

    private final byte[] bytes;
    private final boolean tooLarge;
    private final @Nullable RequestDefect defect;

    private Body(byte[] bytes, boolean tooLarge, @Nullable RequestDefect defect) {
        this.bytes = bytes;
        this.tooLarge = tooLarge;
        this.defect = defect;
    }

    /** Stands in for the content of a request that cannot be read. */
    public static Body unreadable(RequestDefect why) {
        return new Body(new byte[0], false, why);
    }

    public static Body of(byte[] bytes) {
        if (bytes.length > MAX) {
            return TOO_LARGE;
        }
        return bytes.length == 0 ? EMPTY : new Body(bytes.clone(), false, null);
    }

    public boolean isEmpty() {
        return bytes.length == 0 && !tooLarge;
    }

    /** Returns why the request cannot be read; empty if it can. */
    public Optional<RequestDefect> defect() {
        return Optional.ofNullable(defect);
    }

    public boolean tooLarge() {
        return tooLarge;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns the content as text for people to read, even if it is not valid UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns the content as text; empty if it is not UTF-8. */
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
