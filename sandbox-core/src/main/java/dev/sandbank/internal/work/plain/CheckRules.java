package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.dialect.Conditions;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Phrasebook;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.gate.Gate;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.operation.Condition;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.Rule;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks the rules that the dialect has for an operation, or for its content alone. */
public final class CheckRules implements Gate<Call> {

    private final CallFacts knowledge;
    private final Phrasebook phrases;
    private final Function<Operation, List<Rule>> rules;
    private final boolean early;
    private final String keptWords;

    private CheckRules(
            Dialect dialect,
            OperationContext context,
            Function<Operation, List<Rule>> rules,
            boolean early,
            String keptWords) {
        this.knowledge = new CallFacts(dialect, context);
        this.phrases = new Phrasebook(dialect);
        this.rules = rules;
        this.early = early;
        this.keptWords = keptWords;
    }

    /** Checks the rules of an operation. */
    public static CheckRules of(Dialect dialect, OperationContext context) {
        return new CheckRules(dialect, context, Operation::rules, false, "no rule is broken");
    }

    /** Checks those rules that come before the content is read. */
    public static CheckRules beforeInput(Dialect dialect, OperationContext context) {
        return new CheckRules(dialect, context, Operation::rules, true, "");
    }

    /** Checks the rules of its content, which do not know the resources that it names. */
    public static CheckRules ofContent(Dialect dialect, OperationContext context) {
        return new CheckRules(
                dialect,
                context,
                operation -> Optional.ofNullable(operation.body())
                        .map(Operation.Content::rules)
                        .orElse(List.of()),
                false,
                "well-formed");
    }

    @Override
    public Verdict<Call> examine(Call call) {
        List<Rule> all = rules.apply(call.operation());
        return all.isEmpty() ? Verdict.pass(call, keptWords) : examine(call, all);
    }

    private Verdict<Call> examine(Call call, List<Rule> all) {
        List<Facts> each =
                CallFacts.oneByOne(call).stream().map(knowledge::ofCall).toList();
        return all.stream()
                .filter(rule -> rule.isEarly() == early && !isAboutNothing(call, rule))
                .flatMap(rule -> each.stream()
                        .filter(facts -> isBroken(rule, new Conditions(facts, facts)))
                        .map(facts -> broken(rule, facts)))
                .findFirst()
                .orElseGet(() -> Verdict.pass(call, keptWords));
    }

    private static boolean isBroken(Rule rule, Conditions conditions) {
        return conditions.hold(rule.when()) && !conditions.holds(rule.must());
    }

    /** Whether a rule is about an optional resource that the call does not name. */
    private static boolean isAboutNothing(Call call, Rule rule) {
        String first = rule.must().fact().split("\\.", -1)[0];
        return call.operation().resources().stream()
                        .anyMatch(resource -> resource.as().equals(first))
                && CallFacts.resource(call, first).isEmpty();
    }

    private static Finding found(Condition must, @Nullable Object now) {
        String value = Objects.toString(now, "missing").replace("\"", "");
        String wanted = must.wanted();
        String detail = must.fact() + " is " + value + (wanted.isEmpty() ? "" : " but must " + wanted);
        return new Finding(detail, Map.of("fact", must.fact(), "value", value));
    }

    private Verdict<Call> broken(Rule rule, Facts facts) {
        String fact = rule.must().fact();
        Finding found = facts.get(fact) instanceof Finding finding ? finding : found(rule.must(), facts.get(fact));
        String detail = found.detail();
        Map<String, Object> told = found.facts();
        String key = Templates.fill(rule.refuse(), facts).orElse("");
        return Verdict.refuse(
                phrases.knows(key)
                        ? new Refusal.RuleBroken(key, detail, told)
                        : new Refusal.RuleBroken(
                                "internal-error",
                                detail + ", and " + rule.refuse() + " becomes \"" + key + "\", which is not a refusal",
                                told));
    }
}
