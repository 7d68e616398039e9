package dev.sandbank.internal.explain;

import dev.sandbank.Decision.Gate;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One rehearsed call: what was asked, by whom, and what came of it.
 *
 * @param caller who asked
 * @param call what was asked
 * @param request the same as it was sent, without its credential
 * @param answered the reply and the decision behind it
 */
public record Explanation(Caller caller, CallTemplate call, CallRequest request, DecidedReply answered) {

    /** The header fields of the request, by name. */
    public Map<String, String> headers() {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(request.headers());
        return byName;
    }

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
