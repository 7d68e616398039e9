package dev.sandbank.internal.vendor.uphold.portfolio;

import dev.sandbank.internal.model.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The period that a call looks back over, and its steps. */
enum Interval {
    ONE_HOUR("one-hour", Duration.ofHours(1), Duration.ofMinutes(5)),
    ONE_DAY("one-day", Duration.ofDays(1), Duration.ofHours(1)),
    ONE_WEEK("one-week", Duration.ofDays(7), Duration.ofHours(6)),
    ONE_MONTH("one-month", Duration.ofDays(30), Duration.ofDays(1)),
    ONE_YEAR("one-year", Duration.ofDays(364), Duration.ofDays(7));

    private final String word;
    private final Duration length;
    private final Duration step;

    Interval(String word, Duration length, Duration step) {
        this.word = word;
        this.length = length;
        this.step = step;
    }

    /** Returns the interval that a call asks for; empty if it asks for all time. */
    static Optional<Interval> of(Call call) {
        String asked = call.input().get("interval").asText();
        return Stream.of(values()).filter(each -> each.word.equals(asked)).findFirst();
    }

    Instant before(Instant end) {
        return end.minus(length);
    }

    /** Returns its moments, the last of which is the end. */
    List<Instant> until(Instant end) {
        return LongStream.rangeClosed(-length.dividedBy(step), 0)
                .mapToObj(steps -> end.plus(step.multipliedBy(steps)))
                .toList();
    }
}
