package dev.sandbank.internal.webhook.sign;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moves moments that were written as text, and keeps how they were written. */
final class Moments {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Moments() {}

    /** Returns an earlier moment with as many decimals, in UTC; the same text if it is not a moment. */
    static String earlier(String said, Duration by) {
        try {
            Instant moved = OffsetDateTime.parse(said).toInstant().minus(by);
            int point = said.indexOf('.');
            String decimals = point < 0 ? "" : said.substring(point).replaceAll("(Z|[+-][0-9:]+)$", "");
            return SECONDS.format(moved) + decimals + "Z";
        } catch (DateTimeException other) {
            return said;
        }
    }
}
