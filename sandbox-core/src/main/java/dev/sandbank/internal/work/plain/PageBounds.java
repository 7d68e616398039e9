package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.operation.Components;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.WorkRule.PageRule;
import dev.sandbank.internal.work.OperationHandler;
import dev.sandbank.internal.work.Result;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The least page, offset and size that a call can ask for where the schemas of its parameters do not say: an error of one in a client
 * must not pass for the first page.
 */
record PageBounds(Map<String, Long> least) {

    static final PageBounds NONE = new PageBounds(Map.of());

    static PageBounds of(PageRule rule, Operation operation, Components components) {
        Map<String, Long> least = new LinkedHashMap<>();
        least.put(rule.size(), 1L);
        if (rule.style().equals("page") || rule.style().equals("offset")) {
            least.put(rule.start(), rule.style().equals("page") ? 1L : 0L);
        }
        least.keySet()
                .removeIf(
                        name -> PageRule.isInContent(name) && isBounded(AskedPage.schema(operation, components, name)));
        operation.parameters().stream()
                .filter(parameter -> isBounded(components.resolve(parameter.schema())))
                .forEach(parameter -> least.remove(parameter.name()));
        return new PageBounds(least);
    }

    private static boolean isBounded(JsonNode schema) {
        return schema.has("minimum") || schema.has("exclusiveMinimum") || schema.has("enum");
    }

    /** Refuses a page that is not there before the work begins. */
    OperationHandler before(OperationHandler work) {
        return call -> against(call).<Result>map(Result.Refused::new).orElseGet(() -> work.perform(call));
    }

    private Optional<Refusal> against(Call call) {
        return least.entrySet().stream()
                .filter(bound -> isBelow(AskedPage.value(call, bound.getKey()), bound.getValue()))
                .findFirst()
                .map(bound -> refusal(bound.getKey(), bound.getValue()));
    }

    private static boolean isBelow(JsonNode asked, long least) {
        return asked.asLong(least) < least;
    }

    private static Refusal refusal(String name, long least) {
        return AskedPage.invalid(name, "minimum", AskedPage.plain(name) + " must be at least " + least);
    }
}
