package dev.sandbank.internal.replay;

import dev.sandbank.Change;
import dev.sandbank.Exchange;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call of a bundle, or a change that its test made.
 *
 * @param change the change, or null if it is a call
 * @param call the call, or null if it is a change
 */
public record ReplayStep(@Nullable Change change, @Nullable Exchange call) {

    /**
     * What came of making it again.
     *
     * @param made whether it was made
     * @param told how the answer differs or, if it was not made, why
     */
    public record Result(boolean made, List<String> told) {

        static Result made(List<String> differences) {
            return new Result(true, differences);
        }

        static Result notMade(String why) {
            return new Result(false, List.of(why));
        }

        public boolean isSame() {
            return made && told.isEmpty();
        }

        public boolean differs() {
            return made && !told.isEmpty();
        }
    }

    public boolean isCall() {
        return call != null;
    }

    Exchange recorded() {
        return Objects.requireNonNull(call);
    }

    Instant at() {
        return change == null ? recorded().at() : change.at();
    }

    /** Returns it in one line. */
    public String headline() {
        return change == null ? recorded().headline() : "   the test: " + change.what();
    }
}
