package dev.sandbank.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How far time goes in a sandbox: moments are those of the years 1 to 9999, which every format can write, and nothing
 * lasts longer than all of these years.
 *
 * <p>A moment and a duration within these limits never overflow together, neither as an {@link Instant} nor as
 * milliseconds.
 */
public final class TimeLimits {

    public static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    /** The last moment at which a clock can stand. */
    public static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** The longest that anything lasts: the days of all years from 1 to 9999. */
    public static final Duration LONGEST = Duration.ofDays(3_652_059);

    /** The shortest that can be told from nothing: moments are kept to the millisecond. */
    public static final Duration SHORTEST = Duration.ofMillis(1);

    /** How far a fixture can put a clock that follows the system's ahead of it, and behind it. */
    public static final Duration FURTHEST_AHEAD = Duration.ofDays(2_920_000);

    public static final Duration FURTHEST_BEHIND = Duration.ofDays(750_000);

    /** The longest that a test can wait for something, by the system's clock, which counts nanoseconds. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(100_000);

    /** Later than any clock can stand, so that what happens then has not happened yet. */
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

    private TimeLimits() {}

    /**
     * Reads a duration as ISO 8601 writes it. One that no arithmetic can hold is the longest that arithmetic can: beyond
     * all limits, too.
     */
    public static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException bad) {
            return bad.getCause() == null ? Optional.empty() : Optional.of(Duration.ofSeconds(Long.MAX_VALUE));
        }
    }

    /** Whether it is of the years 1 to 9999. */
    public static boolean has(Instant moment) {
        return !moment.isBefore(FIRST) && moment.isBefore(END.plusMillis(1));
    }

    /** A moment so much later, which every format can write: what would be beyond the year 9999 is its very end. */
    public static Instant later(Instant moment, Duration span) {
        Instant later = moment.plus(span);
        return later.isAfter(END) ? END : later;
    }

    /**
     * A time for which a test can wait.
     *
     * @throws IllegalArgumentException if it is negative or longer than any test waits
     */
    public static Duration wait(Duration atMost) {
        if (atMost.isNegative() || atMost.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException(
                    "a wait must be from PT0S to " + inDays(LONGEST_WAIT) + ", not " + atMost);
        }
        return atMost;
    }

    /** A duration of whole days as people write it. */
    public static String inDays(Duration days) {
        return (days.isNegative() ? "-P" : "P") + days.abs().toDays() + "D";
    }
}
