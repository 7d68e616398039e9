package dev.sandbank.internal.time;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats moments as RFC 3339 does, in UTC with milliseconds, and as HTTP does. */
public final class Timestamps {

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter HTTP = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /** Formats a moment as the {@code Date} field of HTTP does (RFC 9110 §5.6.7). */
    public static String httpDate(Instant instant) {
        return HTTP.format(instant);
    }

    public static String text(Instant instant) {
        return MILLISECONDS.format(instant);
    }
}
