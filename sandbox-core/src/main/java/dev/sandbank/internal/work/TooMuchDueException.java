package dev.sandbank.internal.work;

import dev.sandbank.internal.store.Alarms.Alarm;
import java.time.Instant;

/** Says that a jump of the clock makes more fall due than is done at once, by whose doing, and what helps. */
public final class TooMuchDueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private static final String SENTENCE =
            "until %s more than %d things fall due, the most that one jump of the clock may"
                    + " bring: %s of %s alone falls due about %d times; give it an end, or move the clock in smaller steps";

    private final String sentence;

    TooMuchDueException(Alarm alarm, long times, Instant moment) {
        this(SENTENCE.formatted(moment, Duties.MOST_AT_ONCE, alarm.id(), alarm.collection(), times));
    }

    private TooMuchDueException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
