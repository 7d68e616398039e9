package dev.sandbank.internal.webhook.send;

/** What became of a request to a receiver. */
public sealed interface PostOutcome {

    /**
     * The receiver answered in time.
     *
     * @param content at most the first 64 KiB of its answer
     */
    record Answered(int status, String content) implements PostOutcome {

        /** Whether it took the message: a 2xx, but no redirect. */
        public boolean isTaken() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * There was no whole answer.
     *
     * @param why a sentence without its full stop, such as {@code no answer within PT15S}
     */
    record Unanswered(String why) implements PostOutcome {}
}
