package dev.sandbank.internal.vendor.apiture.transfer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Hash;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Refusal.RuleBroken;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Answers a request with the {@code Idempotency-Key} of an earlier one with the earlier result, if the fixture turns
 * this on. By default Sandbank ignores the keys, because the operation does not declare any: so duplicates show.
 */
public final class RepeatedRequests {

    private static final String COLLECTION = "idempotencyKeys";
    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[-a-zA-Z0-9_.$:~+=]{1,255}");

    private final OperationContext context;

    public RepeatedRequests(OperationContext context) {
        this.context = context;
    }

    /**
     * Makes something once for each key.
     *
     * @param again answers a repeated request, from the id that the first one made
     * @param first makes it
     */
    public Result once(Call call, Function<String, Result> again, Function<Call, Made> first) {
        Optional<String> key = call.request().headers().first(HEADER);
        if (key.isEmpty() || context.settings().text("idempotencyKeys").equals("ignore")) {
            return first.apply(call).outcome();
        }
        if (!KEY.matcher(key.get()).matches()) {
            return new Result.Refused(malformed());
        }
        String id = Hash.hex(call.grant().client() + " " + call.subject() + " " + key.get());
        String content = Hash.hex(call.input().body().toString());
        Optional<Entry> earlier = context.store().entries().find(COLLECTION, id);
        return earlier.map(entry -> entry.document().path("content").asText().equals(content)
                        ? again.apply(entry.document().path("made").asText())
                        : new Result.Refused(reused()))
                .orElseGet(() -> remembered(id, content, () -> first.apply(call)));
    }

    /**
     * The result of a first request.
     *
     * @param id the id of what it made, or an empty text if it made nothing
     * @param outcome the reply
     */
    public record Made(String id, Result outcome) {}

    private Result remembered(String key, String content, Supplier<Made> make) {
        Made made = make.get();
        if (!made.id().isEmpty()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("id", key).put("content", content).put("made", made.id());
            context.store().entries().add(COLLECTION, key, null, null, document);
        }
        return made.outcome();
    }

    private static Refusal malformed() {
        Violation violation = new Violation(
                "idempotency-key", "pattern", Map.of("pattern", KEY.pattern()), HEADER + " is not well-formed");
        return new Refusal.InputInvalid("headers", List.of(violation));
    }

    private static Refusal reused() {
        return new RuleBroken("unprocessable-entity", HEADER + " was used for other content", Map.of());
    }
}
