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
 * One rehearsed call: the caller, the call and its result.
 *
 * @param caller the caller
 * @param call the call
 * @param request the same as it was sent, without its credential
 * @param answered the reply and the decision behind it
 * @param events the events that it makes, in their order; empty if the bank has none at all
 */
public record Explanation(
        Caller caller,
        CallTemplate call,
        CallRequest request,
        DecidedReply answered,
        Optional<List<Explanation.Event>> events) {

    /**
     * An event that the call makes.
     *
     * @param type its type
     * @param to the ids of the endpoints that get it
     * @param body what is posted to them
     */
    public record Event(String type, List<String> to, String body) {}

    /** Returns the header fields of the request, by name. */
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

    /** Returns the values of a fact of the refusal, {@code required} or {@code held}; empty if it has no such fact. */
    public List<String> fact(String name) {
        return refusal().map(known -> known.listed(name)).orElse(List.of());
    }

    /** Returns the result in short: allowed, or the gate that refused it. */
    public Cell cell() {
        return refusal()
                .map(why -> new Cell(last().name(), why.key(), reply().status(), last().saw()))
                .orElseGet(() -> new Cell("", "", reply().status(), ""));
    }

    private Gate last() {
        return steps().get(steps().size() - 1);
    }
}
