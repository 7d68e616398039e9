package dev.sandbank.internal.fault;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The limits of faults; exceeding one throws {@link IllegalArgumentException}. */
final class Bounds {

    private static final int LEAST_ERROR = 400;
    private static final int MOST_ERROR = 599;

    /** The longest delay, for which a connection stays open. */
    static final Duration LONGEST_DELAY = Duration.ofHours(1);

    /** A year: the longest time after which a client can be told to retry. */
    static final Duration LONGEST_THROTTLE = Duration.ofDays(365);

    /** The days between the years 1 and 9999, which the clock cannot leave. */
    static final Duration LONGEST_CLOCK_DELAY = Duration.ofDays(3_652_058);

    /** The values that a header field can carry (RFC 9110 §5.5), within a sensible length. */
    private static final Pattern FIELD = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,254}[\\x21-\\x7E])?");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern CODE = Pattern.compile("[a-z_]{1,64}");

    private Bounds() {}

    static void requireError(int status) {
        if (status < LEAST_ERROR || status > MOST_ERROR) {
            throw new IllegalArgumentException("an error must have a status from 400 to 599, not " + status);
        }
    }

    static void requireStatus(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("a status must be from 200 to 599, not " + status);
        }
    }

    static void requireErrorCode(String error) {
        if (!CODE.matcher(error).matches()) {
            throw new IllegalArgumentException(
                    "an OAuth error must be 1 to 64 lower-case letters and _, such as invalid_grant");
        }
    }

    static void requireField(String name, @Nullable String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the name of a header must be 1 to 64 letters, digits and hyphens");
        }
        if (value != null && !FIELD.matcher(value).matches()) {
            throw new IllegalArgumentException("a header must be 1 to 256 printable ASCII characters");
        }
    }

    static void requireTime(Duration time, Duration longest) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a time must be more than zero, not " + time);
        }
        if (time.compareTo(longest) > 0) {
            throw new IllegalArgumentException("a time must be at most " + longest + " here, not " + time);
        }
    }

    static void requireMediaType(String type) {
        if (!FIELD.matcher(type).matches()) {
            throw new IllegalArgumentException("a content type must be 1 to 256 printable ASCII characters");
        }
    }

    static void requireSome(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("a fault must affect at least one call, not " + calls);
        }
    }

    static void requireProbability(double chance) {
        if (!(chance >= 0 && chance <= 1)) {
            throw new IllegalArgumentException("a probability must be from 0 to 1, not " + chance);
        }
    }
}
