package dev.sandbank.internal.model;

import java.security.SecureRandom;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;

/**
 * Makes identifiers and secrets: unpredictable, unless a fixture sets a seed to have the same ones in every run.
 *
 * <p>Safe for use by many threads.
 */
public final class Ids {

    private static final int BYTE_VALUES = 256;

    private final Random random;

    private Ids(Random random) {
        this.random = random;
    }

    public static Ids from(OptionalLong seed) {
        return new Ids(seed.isPresent() ? new Random(seed.getAsLong()) : new SecureRandom());
    }

    /** A random UUID of version 4, lower case. */
    public String uuid() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        long high = (number(bytes, 0) & ~0xF000L) | 0x4000L;
        long low = (number(bytes, 8) & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** So many characters of an alphabet of at most 256, each equally likely. */
    public String text(String alphabet, int length) {
        int fair = BYTE_VALUES - BYTE_VALUES % alphabet.length();
        StringBuilder text = new StringBuilder(length);
        byte[] bytes = new byte[length];
        while (text.length() < length) {
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length && text.length() < length; i++) {
                int value = Byte.toUnsignedInt(bytes[i]);
                if (value < fair) {
                    text.append(alphabet.charAt(value % alphabet.length()));
                }
            }
        }
        return text.toString();
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + 8; i++) {
            number = (number << 8) | (bytes[i] & 0xFF);
        }
        return number;
    }
}
