package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.dialect.Phrasebook;
import dev.sandbank.internal.model.Condition;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.GateName;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.model.ResourceRule;
import dev.sandbank.internal.model.Rule;
import dev.sandbank.internal.work.plain.Conditions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the rules of a dialect are broken: by changing one fact, of what a call names if that does, else of the call.
 *
 * <p>Whether a rule is broken then, and nothing before it, is worked out from the dialect; no call is made.
 */
final class OfRules {

    private static final List<String> OF_CALLS = List.of("body", "parameter");

    private final Basis basis;
    private final GateName gate;
    private final List<Rule> rules;

    private OfRules(Basis basis, GateName gate, List<Rule> rules) {
        this.basis = basis;
        this.gate = gate;
        this.rules = rules;
    }

    /** The rules about the content alone. */
    static Stream<Denial> ofContent(Basis basis) {
        Operation.Content content = basis.operation().body();
        return content == null ? Stream.empty() : new OfRules(basis, GateName.INPUT, content.rules()).all();
    }

    static Stream<Denial> ofOperation(Basis basis) {
        return new OfRules(basis, GateName.RULES, basis.operation().rules()).all();
    }

    private Stream<Denial> all() {
        return rules.stream().flatMap(rule -> broken(rule).stream());
    }

    /** One fact that becomes another. */
    private record Tweak(String fact, JsonNode value) {

        boolean isOfCall() {
            return OF_CALLS.contains(fact.split("\\.", -1)[0]);
        }
    }

    private Optional<Denial> broken(Rule rule) {
        List<Tweak> tweaks = tweaks(rule);
        return Stream.concat(
                        tweaks.stream().filter(tweak -> !tweak.isOfCall()),
                        tweaks.stream().filter(Tweak::isOfCall))
                .filter(tweak -> breaks(rule, tweak))
                .findFirst()
                .map(tweak -> denial(rule, tweak));
    }

    private List<Tweak> tweaks(Rule rule) {
        Condition condition = rule.condition();
        Situation facts = basis.situation();
        Object now = facts.get(condition.fact());
        Stream<JsonNode> values = Stream.concat(seen(condition), Values.against(condition, now, facts));
        Stream<Tweak> own = values.map(value -> new Tweak(condition.fact(), value));
        Stream<Tweak> others = Stream.of(condition.from(), condition.to())
                .flatMap(side -> blank(side).stream())
                .flatMap(name -> Values.around(condition, now).map(value -> new Tweak(name, value)));
        return Stream.concat(own, others).toList();
    }

    private Stream<JsonNode> seen(Condition condition) {
        String[] steps = condition.fact().split("\\.", -1);
        Entry entry = basis.situation().resources().get(steps[0]);
        boolean chosen = condition.is() != null || condition.oneOf() != null;
        return entry == null || !chosen
                ? Stream.empty()
                : Values.seen(basis.store(), entry, List.of(steps).subList(1, steps.length));
    }

    /** The fact that a template is, if it is no more than that. */
    private static Optional<String> blank(@Nullable JsonNode template) {
        String text = template == null ? "" : template.asText();
        List<String> names = Phrasebook.named(List.of(text), "");
        return names.size() == 1 && text.equals("${" + names.get(0) + "}")
                ? Optional.of(names.get(0))
                : Optional.empty();
    }

    private boolean breaks(Rule rule, Tweak tweak) {
        Situation after = basis.situation().with(tweak.fact(), tweak.value());
        return isChanged(after)
                && isBroken(rule, after)
                && rules.subList(0, rules.indexOf(rule)).stream().noneMatch(earlier -> isBroken(earlier, after))
                && passesEarlier(after, tweak);
    }

    private boolean isChanged(Situation after) {
        return !after.equals(basis.situation());
    }

    private static boolean isBroken(Rule rule, Situation facts) {
        Conditions conditions = new Conditions(facts, facts);
        return conditions.hold(rule.when()) && !conditions.holds(rule.condition());
    }

    /** Nothing that is asked before is in the way. */
    private boolean passesEarlier(Situation after, Tweak tweak) {
        Operation.Content content = basis.operation().body();
        boolean whole = basis.operation().parameters().stream()
                        .allMatch(parameter -> Optional.ofNullable(
                                        after.sketch().parameters().get(parameter.name()))
                                .map(value -> basis.prepared()
                                        .definition()
                                        .readInput()
                                        .accepts(parameter, value))
                                .orElse(!parameter.required()))
                && (content == null
                        || after.sketch().body().isMissingNode()
                        || basis.prepared()
                                .definition()
                                .readInput()
                                .accepts(content, after.sketch().body()));
        return whole && (gate == GateName.INPUT || (keepsContent(content, after) && findsTheSame(after, tweak)));
    }

    private static boolean keepsContent(Operation.@Nullable Content content, Situation after) {
        return content == null || content.rules().stream().noneMatch(rule -> isBroken(rule, after));
    }

    private boolean findsTheSame(Situation after, Tweak tweak) {
        return basis.named().stream().allMatch(named -> isFound(named, after))
                && basis.operation().resources().stream().noneMatch(rule -> isPlace(rule, tweak));
    }

    private static boolean isFound(Named named, Situation after) {
        Entry entry = after.resources().getOrDefault(named.rule().as(), named.entry());
        return new Conditions(name -> after.member(entry, List.of(name.split("\\.", -1))), after)
                .hold(named.rule().conditions());
    }

    /** Whether a change is one of what the call names. */
    private static boolean isPlace(ResourceRule rule, Tweak tweak) {
        String place = rule.in().equals("body") ? "body" + rule.name().replace('/', '.') : "parameter." + rule.name();
        return tweak.fact().equals(place);
    }

    private Denial denial(Rule rule, Tweak tweak) {
        Situation after = basis.situation().with(tweak.fact(), tweak.value());
        Scene scene = tweak.isOfCall()
                ? basis.scene().asking(after.sketch())
                : basis.scene().after(change(tweak));
        return basis.denial(gate, name(rule.condition(), tweak), rule.refuse(), !tweak.isOfCall(), scene);
    }

    /** The same on every day. */
    private static String name(Condition condition, Tweak tweak) {
        if (condition.from() != null) {
            return plain(condition.fact()) + " less than " + told(condition.from());
        }
        if (condition.to() != null) {
            return plain(condition.fact()) + " more than " + told(condition.to());
        }
        if (condition.contains() != null) {
            return plain(condition.fact()) + " without " + told(condition.contains());
        }
        if (condition.isNot() != null) {
            return plain(condition.fact()) + " the same as " + told(condition.isNot());
        }
        return plain(condition.fact())
                + (tweak.value().isMissingNode()
                        ? " not there"
                        : " " + tweak.value().asText());
    }

    private static String told(JsonNode template) {
        return blank(template).map(OfRules::plain).orElse(template.asText());
    }

    private static String plain(String fact) {
        return fact.replaceFirst("^(body|parameter)\\.", "");
    }

    private Change change(Tweak tweak) {
        List<String> steps = List.of(tweak.fact().split("\\.", -1));
        Entry user = basis.user();
        Entry entry = steps.get(0).equals("subject") && user != null
                ? user
                : basis.situation().resources().get(steps.get(0));
        if (entry == null) {
            throw new IllegalStateException("the call names no " + steps.get(0));
        }
        List<String> member = steps.subList(1, steps.size());
        return Changes.edited(entry.collection(), entry.id(), document -> Trees.set(document, member, tweak.value()));
    }
}
