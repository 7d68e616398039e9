package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.gate.Gate;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Hash;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.model.operation.IdempotencyRule;
import dev.sandbank.internal.store.AnsweredCalls;
import dev.sandbank.internal.store.AnsweredCalls.Answered;
import dev.sandbank.internal.store.Store;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Answers a repeated call with the first reply: a request with the same idempotency key and the same content is not
 * executed again. Keys belong to a caller and an operation; a refused call did nothing, and may be tried again.
 */
public final class AnswerOnce implements Gate<Call> {

    private final Store store;

    public AnswerOnce(Store store) {
        this.store = store;
    }

    @Override
    public Verdict<Call> examine(Call call) {
        IdempotencyRule rule = call.operation().idempotency();
        if (rule == null) {
            return Verdict.pass(call, "");
        }
        List<String> keys = keys(call, rule);
        if (keys.isEmpty() && !rule.required()) {
            return Verdict.pass(call, "");
        }
        if (keys.size() != 1 || keys.get(0).isEmpty() || keys.get(0).length() > IdempotencyRule.LONGEST_KEY) {
            return Verdict.refuse(unusable(rule, keys));
        }
        Optional<Answered> earlier = answered().find(whose(call, keys.get(0)));
        return earlier.map(known -> again(call, rule, known)).orElseGet(() -> Verdict.pass(call, ""));
    }

    private static Verdict<Call> again(Call call, IdempotencyRule rule, Answered earlier) {
        return earlier.request().equals(request(call))
                ? Verdict.pass(
                        call.answeredBefore(earlier.reply()),
                        "repeats the reply to the first call with this " + rule.name())
                : Verdict.refuse(new Refusal.RuleBroken(
                        rule.conflict(),
                        rule.name() + " was used for another request",
                        earlier.made().isEmpty() ? Map.of() : Map.of("id", earlier.made())));
    }

    /**
     * Stores the reply to a call that has a key.
     *
     * @param made the id of the entry that the call created, or an empty text
     */
    public void remember(Call call, Reply reply, String made) {
        IdempotencyRule rule = call.operation().idempotency();
        if (rule != null) {
            keys(call, rule)
                    .forEach(key -> answered()
                            .remember(whose(call, key), new Answered(request(call), made, reply), rule.lifetime()));
        }
    }

    private AnsweredCalls answered() {
        return store.answered();
    }

    private static List<String> keys(Call call, IdempotencyRule rule) {
        if (rule.header() != null) {
            return call.request().headers().all(rule.header());
        }
        JsonNode key = call.input().body().at(JsonPointer.compile(rule.name()));
        return key.isMissingNode() || key.isNull() ? List.of() : List.of(key.asText());
    }

    private static String whose(Call call, String key) {
        return call.operation().id() + " " + call.grant().client() + " " + call.subject() + " " + key;
    }

    private static String request(Call call) {
        return Hash.hex(call.request().target() + " " + call.input().body());
    }

    private static Refusal unusable(IdempotencyRule rule, List<String> keys) {
        if (keys.isEmpty() && rule.missing() != null) {
            return new Refusal.RuleBroken(rule.missing(), rule.name() + " is missing", Map.of());
        }
        String word = keys.isEmpty() ? "required" : keys.size() > 1 ? "maxItems" : "maxLength";
        String told = keys.isEmpty() ? " is required" : " must be one text of 1 to 255 characters";
        String place = rule.header() == null
                ? rule.name().substring(1).replace('/', '.')
                : rule.header().toLowerCase(Locale.ROOT);
        Violation wrong = new Violation(place, word, Map.of(), place + told);
        return new Refusal.InputInvalid(rule.header() == null ? "body" : "headers", List.of(wrong));
    }
}
