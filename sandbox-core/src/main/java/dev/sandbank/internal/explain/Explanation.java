package dev.sandbank.internal.explain;

import dev.sandbank.Decision.Gate;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rehearsed call: what was asked, by whom, and what came of it.
 *
 * @param caller who asked
 * @param ask what was asked
 * @param headers the header fields of the request, without its credential
 * @param answered the reply and the decision behind it
 */
public record Explanation(Caller caller, Ask ask, List<Map.Entry<String, String>> headers, DecidedReply answered) {

    public List<Gate> steps() {
        return answered.decision().gates();
    }

    public Reply reply() {
        return answered.reply();
    }

    public Optional<Refusal> refusal() {
        return answered.refused();
    }

    /** What of one kind the refusal is about, {@code required} or {@code held}; empty if it is about something else. */
    public List<String> fact(String name) {
        return refusal().map(known -> known.listed(name)).orElse(List.of());
    }

    /** In short: allowed, or by which gate it was refused. */
    public Cell cell() {
        return refusal()
                .map(why -> new Cell(last().name(), why.key(), reply().status(), last().saw()))
                .orElseGet(() -> new Cell("", "", reply().status(), ""));
    }

    private Gate last() {
        return steps().get(steps().size() - 1);
    }
}
