package dev.sandbank.internal.control.api;

import dev.sandbank.internal.model.TimeLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Reads times as ISO 8601 writes them. */
final class TextValues {

    private TextValues() {}

    /** One that no arithmetic can hold is beyond whatever the operation takes, which tells how much that is. */
    static Duration duration(String name, String text) {
        return TimeLimits.duration(text)
                .orElseThrow(
                        () -> ProblemException.badRequest(name + " is not an ISO 8601 duration, such as \"PT5M\""));
    }

    static Instant instant(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException | ArithmeticException bad) {
            throw ProblemException.badRequest(
                    name + " is not a moment as of RFC 3339, such as \"2031-03-03T09:00:00Z\"");
        }
    }
}
