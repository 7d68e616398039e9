package dev.sandbank.internal.explain;

import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Step;
import java.util.Collection;
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

    public List<Step> steps() {
        return answered.ruling().steps();
    }

    public Reply reply() {
        return answered.reply();
    }

    public Optional<Refusal> refusal() {
        return answered.ruling().refused();
    }

    /** What of one kind the refusal is about, {@code required} or {@code held}; empty if it is about something else. */
    public List<String> fact(String name) {
        return refusal().map(known -> known.facts().get(name)).stream()
                .filter(Collection.class::isInstance)
                .flatMap(all -> ((Collection<?>) all).stream())
                .map(Object::toString)
                .toList();
    }

    /** In short: allowed, or by which gate it was refused. */
    public Cell cell() {
        return refusal()
                .map(why -> new Cell(last().gate(), why.key(), reply().status(), last().saw()))
                .orElseGet(() -> new Cell("", "", reply().status(), ""));
    }

    private Step last() {
        return steps().get(steps().size() - 1);
    }
}
