package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.ComparableValue;
import dev.sandbank.internal.model.Condition;
import dev.sandbank.internal.model.Facts;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Whether conditions hold: of facts that are looked at, with values that other facts fill in. */
public record Conditions(Facts looked, Facts given) {

    public boolean hold(List<Condition> all) {
        return all.stream().allMatch(this::holds);
    }

    public boolean holds(Condition condition) {
        Object value = looked.get(condition.fact());
        Boolean present = condition.present();
        if (present != null && present != (value != null)) {
            return false;
        }
        return value == null ? Boolean.FALSE.equals(present) : holds(condition, value);
    }

    private boolean holds(Condition condition, Object value) {
        return fits(value, condition.is(), Conditions::same)
                && fits(value, condition.isNot(), (own, other) -> !same(own, other))
                && fits(value, condition.oneOf(), Conditions::among)
                && fits(value, condition.from(), (own, least) -> isAtLeast(own, least))
                && fits(value, condition.to(), (own, most) -> isAtLeast(most, own))
                && fits(
                        value,
                        condition.contains(),
                        (list, element) -> list instanceof JsonNode all && all.isArray() && among(element, all));
    }

    private boolean fits(Object value, @Nullable JsonNode template, BiPredicate<Object, JsonNode> test) {
        if (template == null) {
            return true;
        }
        JsonNode other = Templates.fill(template, given);
        return !other.isMissingNode() && test.test(value, other);
    }

    /** What cannot be compared, such as a list, is never the same as anything. */
    static boolean same(Object own, Object other) {
        Optional<ComparableValue> left = ComparableValue.of(own);
        return left.isPresent()
                && ComparableValue.of(other).filter(left.get()::isSame).isPresent();
    }

    static boolean isAtLeast(Object own, Object least) {
        Optional<ComparableValue> left = ComparableValue.of(own);
        return left.isPresent()
                && ComparableValue.of(least).filter(left.get()::isAtLeast).isPresent();
    }

    /** Whether it is one of a list, or the same as what is no list. */
    static boolean among(Object own, JsonNode all) {
        if (!all.isArray()) {
            return same(own, all);
        }
        for (JsonNode each : all) {
            if (same(own, each)) {
                return true;
            }
        }
        return false;
    }
}
