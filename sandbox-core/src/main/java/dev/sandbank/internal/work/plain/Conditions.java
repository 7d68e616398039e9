package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.operation.Condition;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether conditions hold: of facts that are looked at, with values that other facts fill in. */
public record Conditions(Facts looked, Facts given) {

    public boolean hold(List<Condition> all) {
        return all.stream().allMatch(this::holds);
    }

    public boolean holds(Condition condition) {
        Object own = looked.get(condition.fact());
        return condition.values().entrySet().stream().allMatch(value -> holds(value.getKey(), own, value.getValue()));
    }

    private boolean holds(Operator operator, @Nullable Object own, JsonNode template) {
        JsonNode other = Templates.fill(template, given);
        return !other.isMissingNode() && operator.holds(own, other);
    }
}
