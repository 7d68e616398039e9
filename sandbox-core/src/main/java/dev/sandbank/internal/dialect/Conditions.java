package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.operation.Condition;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.Operator;
import dev.sandbank.internal.model.operation.Quantifier;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Evaluates conditions on facts. */
public final class Conditions {

    /** How many elements a condition may compare, including those of lists in values. */
    private static final int MOST = 1_000_000;

    private final Facts looked;
    private final Facts given;
    private final AtomicInteger compared;

    public Conditions(Facts looked, Facts given) {
        this(looked, given, new AtomicInteger());
    }

    private Conditions(Facts looked, Facts given, AtomicInteger compared) {
        this.looked = looked;
        this.given = given;
        this.compared = compared;
    }

    public boolean hold(List<Condition> all) {
        return all.stream().allMatch(this::holds);
    }

    public boolean holds(Condition condition) {
        Object own = Templates.node(looked.get(condition.fact()));
        return condition.values().entrySet().stream().allMatch(value -> holds(value.getKey(), own, value.getValue()))
                && condition.each().entrySet().stream().allMatch(each -> holds(each.getKey(), own, each.getValue()));
    }

    private boolean holds(Operator operator, @Nullable Object own, JsonNode template) {
        JsonNode other = Templates.look(template, given);
        count(1 + other.size() + (own instanceof JsonNode list ? list.size() : 0));
        return !other.isMissingNode() && operator.holds(own, other);
    }

    private boolean holds(Quantifier quantifier, @Nullable Object own, List<Condition> all) {
        if (!(own instanceof JsonNode list) || !list.isArray()) {
            return false;
        }
        count(list.size());
        return quantifier.holds(list.valueStream(), element -> of(element).hold(all));
    }

    private Conditions of(JsonNode element) {
        return new Conditions(Facts.each(element, looked), Facts.each(element, given), compared);
    }

    /** Counts comparisons; a condition that exceeds the limit throws instead of giving a result. */
    private void count(int elements) {
        if (compared.addAndGet(elements) > MOST) {
            throw new DialectException("conditions compare more than " + MOST + " elements");
        }
    }
}
