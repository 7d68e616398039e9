package dev.sandbank.internal.journal;

import dev.sandbank.Exchange;
import dev.sandbank.internal.model.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How the calls that arrive differ from an arranged call. Each call is compared on arrival, while all of it is known,
 * because the journal keeps no secrets; only the descriptions of the differences are kept.
 */
public final class ArrivalComparisons {

    private static final List<String> BEFORE = List.of("it came before the call was arranged, or too long ago");

    private final Function<Request, List<String>> comparison;
    private final Map<Long, List<String>> differences = new LinkedHashMap<>();

    ArrivalComparisons(Function<Request, List<String>> comparison) {
        this.comparison = comparison;
    }

    synchronized void compare(Exchange call, Request request) {
        differences.put(call.number(), comparison.apply(request));
        if (differences.size() > Journal.MOST_CALLS) {
            differences.remove(differences.keySet().iterator().next());
        }
    }

    public synchronized List<String> differences(Exchange call) {
        return differences.getOrDefault(call.number(), BEFORE);
    }
}
