package dev.sandbank.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The limits of time in a sandbox: moments are in the years 1 to 9999, which every format can write, and durations are
 * no longer than all of these years.
 *
 * <p>A moment and a duration within these limits never overflow together, neither as an {@link Instant} nor as
 * milliseconds.
 */
public final class TimeLimits {

    public static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    /** The last moment at which a clock can stand. */
    public static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** The longest duration: the days of all years from 1 to 9999. */
    public static final Duration LONGEST = Duration.ofDays(3_652_059);

    /** The shortest duration that differs from zero: moments are kept to the millisecond. */
    public static final Duration SHORTEST = Duration.ofMillis(1);

    /** How far ahead of the system's clock, and how far behind it, a fixture can set a running clock. */
    public static final Duration FURTHEST_AHEAD = Duration.ofDays(2_920_000);

    public static final Duration FURTHEST_BEHIND = Duration.ofDays(750_000);

    /** The longest that a test can wait, by the system's clock, which counts nanoseconds. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(100_000);

    /** Later than any clock can stand, so an event at this moment never comes. */
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

    private TimeLimits() {}

    /**
     * Parses a duration of ISO 8601. One that overflows becomes the longest that Java has, which is beyond all limits,
     * too.
     */
    public static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException bad) {
            return bad.getCause() == null ? Optional.empty() : Optional.of(Duration.ofSeconds(Long.MAX_VALUE));
        }
    }

    /** Whether a moment is in the years 1 to 9999. */
    public static boolean has(Instant moment) {
        return !moment.isBefore(FIRST) && moment.isBefore(END.plusMillis(1));
    }

    /** Adds a duration; a result beyond the year 9999 becomes its very end. */
    public static Instant later(Instant moment, Duration span) {
        Instant later = moment.plus(span);
        return later.isAfter(END) ? END : later;
    }

    /**
     * Returns a duration if a test can wait that long.
     *
     * @throws IllegalArgumentException if it is negative or too long
     */
    public static Duration wait(Duration atMost) {
        if (atMost.isNegative() || atMost.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException(
                    "a wait must be from PT0S to " + inDays(LONGEST_WAIT) + ", not " + atMost);
        }
        return atMost;
    }

    /** Formats a duration of whole days for people. */
    public static String inDays(Duration days) {
        return (days.isNegative() ? "-P" : "P") + days.abs().toDays() + "D";
    }
}
