package dev.sandbank.internal.work;

import dev.sandbank.internal.store.Timers.Alarm;
import java.time.Instant;

/** Thrown when a jump of the clock makes too many tasks due; says which entries cause them, and what helps. */
public final class TooMuchDueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private static final String TOO_OFTEN =
            "until %s more than %s things fall due, the most for one move of the clock: "
                    + "%s of %s alone falls due about %s times; give it an end, or move the clock in smaller steps";
    private static final String WITHOUT_ROOM =
            "until %s more falls due than there is memory for: %s of %s alone falls due about %s times; "
                    + "give it an end, or raise the setting memory";

    private final String sentence;

    private TooMuchDueException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    static TooMuchDueException tooOften(Alarm alarm, long times, Instant moment) {
        return new TooMuchDueException(
                TOO_OFTEN.formatted(moment, Scheduler.MOST_AT_ONCE, alarm.id(), alarm.collection(), times));
    }

    static TooMuchDueException withoutRoom(Alarm alarm, long times, Instant moment) {
        return new TooMuchDueException(WITHOUT_ROOM.formatted(moment, alarm.id(), alarm.collection(), times));
    }

    public String sentence() {
        return sentence;
    }
}
