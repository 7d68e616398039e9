package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.gate.Gate;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Condition;
import dev.sandbank.internal.model.Facts;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Rule;
import dev.sandbank.internal.work.Tools;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Does any rule stand against it that the dialect states for this operation? */
public final class KeepRules implements Gate<Call> {

    private static final String NONE = "none stands against it";

    private final Knowledge knowledge;

    public KeepRules(Dialect dialect, Tools tools) {
        this.knowledge = new Knowledge(dialect, tools);
    }

    @Override
    public Verdict<Call> examine(Call call) {
        List<Rule> rules = call.operation().rules();
        return rules.isEmpty() ? Verdict.pass(call, NONE) : examine(call, rules);
    }

    private Verdict<Call> examine(Call call, List<Rule> rules) {
        List<Facts> each =
                Knowledge.oneByOne(call).stream().map(knowledge::ofCall).toList();
        return rules.stream()
                .filter(rule -> !isAboutNothing(call, rule))
                .flatMap(rule -> each.stream()
                        .filter(facts -> isBroken(rule, new Conditions(facts, facts)))
                        .map(facts -> broken(rule, facts)))
                .findFirst()
                .orElseGet(() -> Verdict.pass(call, NONE));
    }

    private static boolean isBroken(Rule rule, Conditions conditions) {
        return conditions.hold(rule.when()) && !conditions.holds(rule.condition());
    }

    /** A rule about a resource that the call need not name, and does not. */
    private static boolean isAboutNothing(Call call, Rule rule) {
        String first = rule.fact().split("\\.", -1)[0];
        return call.operation().resources().stream()
                        .anyMatch(resource -> resource.as().equals(first))
                && Knowledge.resource(call, first).isEmpty();
    }

    private static Verdict<Call> broken(Rule rule, Facts facts) {
        Condition condition = rule.condition();
        String value = Objects.toString(facts.get(condition.fact()), "not there");
        return Verdict.refuse(new Refusal.RuleBroken(
                rule.refuse(),
                condition.fact() + " is " + value.replace("\"", ""),
                Map.of("fact", condition.fact(), "value", value.replace("\"", ""))));
    }
}
