package dev.sandbank.internal.fault;

import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.time.SandboxClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The effect of a fault on a call: in place of the bank, before it, or on the bank's reply.
 *
 * <p>An impossible one throws {@link IllegalArgumentException}.
 */
public sealed interface Effect
        permits Effect.Fail,
                Effect.FailWithError,
                Effect.Refuse,
                Effect.Throttle,
                Effect.Page,
                Effect.Delay,
                Effect.ClockDelay,
                Effect.Truncate,
                Effect.Drop,
                Effect.Mistype,
                ReplyChange {

    /** Describes the effect in one sentence for the journal. */
    String told();

    /** Returns the refusal of the call, if the bank is not asked at all. */
    default Optional<Refusal> inPlaceOfTheBank() {
        return Optional.empty();
    }

    /** Returns how long the bank waits before it does anything. */
    default Duration delay() {
        return Duration.ZERO;
    }

    /** Moves the sandbox's clock by the time that the call takes. */
    default void passTime(SandboxClock clock) {}

    /** Changes a reply; returns it unchanged if the effect is about something else. */
    default Reply spoil(Reply reply) {
        return reply;
    }

    /** The bank answers with an error of this status, in its own words, and does nothing. */
    record Fail(int status) implements Effect {

        public Fail {
            Bounds.requireError(status);
        }

        @Override
        public String told() {
            return "answers " + status;
        }

        @Override
        public Optional<Refusal> inPlaceOfTheBank() {
            return Optional.of(ErrorStatus.refusal(status, told()));
        }
    }

    /** An endpoint of the token server refuses with this error, and does nothing. */
    record FailWithError(String error) implements Effect {

        private static final Map<String, Integer> STATUS = Map.of(
                "invalid_client",
                401,
                "invalid_token",
                401,
                "insufficient_scope",
                403,
                "server_error",
                500,
                "temporarily_unavailable",
                503);

        public FailWithError {
            Bounds.requireErrorCode(error);
        }

        @Override
        public String told() {
            return "answers " + error;
        }

        @Override
        public Optional<Refusal> inPlaceOfTheBank() {
            return Optional.of(
                    new Refusal.Faulted("", told(), Map.of("error", error, "status", STATUS.getOrDefault(error, 400))));
        }
    }

    /** The bank refuses the call with the phrase for a reason, and does nothing. */
    record Refuse(String key) implements Effect {

        @Override
        public String told() {
            return "refuses with " + key;
        }

        @Override
        public Optional<Refusal> inPlaceOfTheBank() {
            return Optional.of(new Refusal.Faulted(key, told(), Map.of()));
        }
    }

    /** The bank says that there were too many requests, and when to retry. */
    record Throttle(Duration pause) implements Effect {

        public Throttle {
            Bounds.requireTime(pause, Bounds.LONGEST_THROTTLE);
        }

        @Override
        public String told() {
            return "asks the caller to wait for " + pause.toSeconds() + " seconds";
        }

        @Override
        public Optional<Refusal> inPlaceOfTheBank() {
            Map<String, Object> facts = Map.of("status", 429, "retry-after", Math.max(1, pause.toSeconds()));
            return Optional.of(new Refusal.Faulted("too-many-requests", told(), facts));
        }
    }

    /** A proxy before the bank answers with an HTML page. */
    record Page(int status) implements Effect {

        public Page {
            Bounds.requireError(status);
        }

        private static final String HTML = "<!doctype html><html><head><title>%1$d</title></head>"
                + "<body><h1>%1$d</h1><p>The upstream server did not answer.</p></body></html>";

        @Override
        public String told() {
            return "answers " + status + " with an HTML page";
        }

        @Override
        public Optional<Refusal> inPlaceOfTheBank() {
            return Optional.of(new Refusal.Faulted("internal-error", told(), Map.of("status", status)));
        }

        @Override
        public Reply spoil(Reply reply) {
            return Reply.of(status, "text/html;charset=UTF-8", HTML.formatted(status));
        }
    }

    /** The reply is delayed. */
    record Delay(Duration time) implements Effect {

        public Delay {
            Bounds.requireTime(time, Bounds.LONGEST_DELAY);
        }

        @Override
        public String told() {
            return "takes " + time;
        }

        @Override
        public Duration delay() {
            return time;
        }
    }

    /** The reply is delayed by the sandbox's clock alone. */
    record ClockDelay(Duration time) implements Effect {

        public ClockDelay {
            Bounds.requireTime(time, Bounds.LONGEST_CLOCK_DELAY);
        }

        @Override
        public String told() {
            return "takes " + time + " of the sandbox's clock";
        }

        /** At the end of time the clock stays where it is. */
        @Override
        public void passTime(SandboxClock clock) {
            clock.moves(time);
        }
    }

    /** The bank does the work, and the reply ends in the middle. */
    record Truncate() implements Effect {
        @Override
        public String told() {
            return "ends the connection in the middle of the reply";
        }

        @Override
        public Reply spoil(Reply reply) {
            return reply.delivered(Reply.Delivery.IN_PART);
        }
    }

    /** The bank does the work, and the connection ends without a reply. */
    record Drop() implements Effect {
        @Override
        public String told() {
            return "ends the connection without a reply";
        }

        @Override
        public Reply spoil(Reply reply) {
            return reply.delivered(Reply.Delivery.NOT_AT_ALL);
        }
    }

    /** The reply claims another media type. */
    record Mistype(String contentType) implements Effect {

        public Mistype {
            Bounds.requireMediaType(contentType);
        }

        @Override
        public String told() {
            return "says that its content is " + contentType;
        }

        @Override
        public Reply spoil(Reply reply) {
            return reply.withHeader("Content-Type", contentType);
        }
    }
}
