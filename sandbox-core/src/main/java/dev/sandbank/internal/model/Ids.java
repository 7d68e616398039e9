package dev.sandbank.internal.model;

import java.security.SecureRandom;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes identifiers and secrets: unpredictable ones, unless a fixture sets a seed to get the same ones in every run.
 *
 * <p>Thread-safe.
 */
public final class Ids {

    private static final int BYTE_VALUES = 256;
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final Random random;
    private final AtomicLong asides = new AtomicLong();

    private Ids(Random random) {
        this.random = random;
    }

    public static Ids from(OptionalLong seed) {
        return new Ids(seed.isPresent() ? new Sequence(seed.getAsLong()) : new SecureRandom());
    }

    /** Returns the seed from which another generator would continue like this one; empty if ids are unpredictable. */
    public OptionalLong seed() {
        return random instanceof Sequence sequence ? OptionalLong.of(sequence.seed()) : OptionalLong.empty();
    }

    /** Returns a generator for one start of a sandbox, for example for its keys; using it does not advance this one. */
    public Ids fork() {
        return random instanceof Sequence sequence
                ? new Ids(new Sequence(sequence.first() * ODD + asides.incrementAndGet()))
                : this;
    }

    /** Returns a random UUID of version 4, lower case. */
    public String uuid() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        long high = (number(bytes, 0) & ~0xF000L) | 0x4000L;
        long low = (number(bytes, 8) & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** Returns random characters of an alphabet of at most 256, each equally likely. */
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

    /** The algorithm of {@link Random}, with a state that can be read. */
    private static final class Sequence extends Random {

        private static final long serialVersionUID = 1L;
        private static final long MULTIPLIER = 0x5DEECE66DL;
        private static final long INCREMENT = 0xBL;
        private static final int BITS = 48;
        private static final long MASK = (1L << BITS) - 1;

        private final long first;
        private long state;

        Sequence(long seed) {
            super(seed);
            this.first = seed;
            this.state = (seed ^ MULTIPLIER) & MASK;
        }

        long first() {
            return first;
        }

        synchronized long seed() {
            return state ^ MULTIPLIER;
        }

        @Override
        protected synchronized int next(int bits) {
            state = (state * MULTIPLIER + INCREMENT) & MASK;
            return (int) (state >>> (BITS - bits));
        }
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + 8; i++) {
            number = (number << 8) | (bytes[i] & 0xFF);
        }
        return number;
    }
}
