package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.Condition;
import dev.sandbank.internal.model.Facts;
import dev.sandbank.internal.model.Magnitude;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Whether conditions hold: of facts that are looked at, with values that other facts fill in. */
record Conditions(Facts looked, Facts given) {

    boolean hold(List<Condition> all) {
        return all.stream().allMatch(this::holds);
    }

    boolean holds(Condition condition) {
        Object value = looked.get(condition.fact());
        return value != null
                && fits(value, condition.is(), Conditions::same)
                && fits(value, condition.oneOf(), Conditions::among)
                && fits(value, condition.from(), (own, least) -> own.compareTo(Magnitude.of(least)) >= 0)
                && fits(value, condition.to(), (own, most) -> own.compareTo(Magnitude.of(most)) <= 0)
                && contains(value, condition.contains());
    }

    private boolean fits(Object value, @Nullable JsonNode template, BiPredicate<Magnitude, JsonNode> test) {
        if (template == null) {
            return true;
        }
        JsonNode other = Templates.fill(template, given);
        return !other.isMissingNode() && !other.isNull() && test.test(Magnitude.of(value), other);
    }

    private boolean contains(Object list, @Nullable JsonNode template) {
        if (template == null) {
            return true;
        }
        JsonNode element = Templates.fill(template, given);
        return !element.isMissingNode() && list instanceof JsonNode all && among(Magnitude.of(element), all);
    }

    private static boolean same(Magnitude own, JsonNode other) {
        return own.compareTo(Magnitude.of(other)) == 0;
    }

    private static boolean among(Magnitude own, JsonNode all) {
        for (JsonNode each : all) {
            if (same(own, each)) {
                return true;
            }
        }
        return !all.isContainerNode() && same(own, all);
    }
}
