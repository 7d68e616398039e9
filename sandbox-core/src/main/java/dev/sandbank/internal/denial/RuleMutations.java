package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.denial.CatalogueContext.Candidate;
import dev.sandbank.internal.denial.Scenario.StateChange;
import dev.sandbank.internal.dialect.Phrasebook;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.model.operation.Condition;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.Operator;
import dev.sandbank.internal.model.operation.Quantifier;
import dev.sandbank.internal.model.operation.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Breaks the rules of a dialect by changing one fact: in the state if that is enough, otherwise in the call. */
final class RuleMutations {

    private static final int MOST = 60;

    private final CatalogueContext context;
    private final GateName gate;
    private final Facts facts;

    private RuleMutations(CatalogueContext context, GateName gate) {
        this.context = context;
        this.gate = gate;
        this.facts = context.facts();
    }

    /** Breaks the rules that are checked before the content is read, and those about the content alone. */
    static Stream<Stream<Candidate>> ofContent(CatalogueContext context) {
        Operation.Content content = context.operation().body();
        Stream<Stream<Candidate>> own =
                content == null ? Stream.empty() : all(context, GateName.INPUT, content.rules());
        return Stream.concat(all(context, GateName.INPUT, ofOperation(context, true)), own);
    }

    static Stream<Stream<Candidate>> ofOperation(CatalogueContext context) {
        return all(context, GateName.RULES, ofOperation(context, false));
    }

    private static List<Rule> ofOperation(CatalogueContext context, boolean early) {
        return context.operation().rules().stream()
                .filter(rule -> rule.isEarly() == early)
                .toList();
    }

    private static Stream<Stream<Candidate>> all(CatalogueContext context, GateName gate, List<Rule> rules) {
        RuleMutations all = new RuleMutations(context, gate);
        return rules.stream().map(all::broken);
    }

    /** A change of one fact; a missing value removes it. */
    private record Tweak(String fact, JsonNode value) {

        String first() {
            return fact.split("\\.", -1)[0];
        }

        List<String> rest() {
            List<String> steps = List.of(fact.split("\\.", -1));
            return steps.subList(1, steps.size());
        }

        boolean isOfCall() {
            return first().equals("body") || first().equals("parameter");
        }
    }

    private Stream<Candidate> broken(Rule rule) {
        return tweaks(rule.must())
                .distinct()
                .sorted(Comparator.comparing(Tweak::isOfCall))
                .limit(MOST)
                .flatMap(tweak -> scenario(tweak)
                        .map(scenario -> new Candidate(
                                gate, name(rule.must(), tweak), refusal(rule, tweak), !tweak.isOfCall(), scenario))
                        .stream());
    }

    private String refusal(Rule rule, Tweak tweak) {
        return Templates.fill(rule.refuse(), name -> name.equals(tweak.fact()) ? tweak.value() : facts.get(name))
                .orElse("");
    }

    private Stream<Tweak> tweaks(Condition condition) {
        JsonNode now = node(facts.get(condition.fact()));
        Stream<Tweak> own = Stream.of(seen(condition), against(condition, now, facts), lists(condition, now))
                .flatMap(values -> values)
                .map(value -> new Tweak(condition.fact(), value));
        Stream<Tweak> others = condition.values().entrySet().stream()
                .flatMap(side -> blank(side.getValue()).stream()
                        .flatMap(name -> around(side.getKey(), now).map(value -> new Tweak(name, value))));
        return Stream.concat(own, others);
    }

    /** Returns values of this fact in other entries of the kind, if it is a member of one. */
    private Stream<JsonNode> seen(Condition condition) {
        Tweak fact = new Tweak(condition.fact(), MissingNode.getInstance());
        boolean chosen = condition.values().containsKey(Operator.IS)
                || condition.values().containsKey(Operator.ONE_OF);
        return chosen
                ? entry(fact.first()).stream().flatMap(entry -> context.valuesOf(entry, fact.rest()))
                : Stream.empty();
    }

    /** Returns other values of the fact itself. */
    private static Stream<JsonNode> against(Condition condition, @Nullable JsonNode now, Facts facts) {
        return condition.values().entrySet().stream().flatMap(value -> {
            JsonNode other = Templates.fill(value.getValue(), facts);
            return other.isMissingNode() ? Stream.empty() : value.getKey().against(other, now);
        });
    }

    /** Returns the list with another first element; an empty one if some element must be there. */
    private Stream<JsonNode> lists(Condition condition, @Nullable JsonNode now) {
        return now instanceof ArrayNode list && !list.isEmpty()
                ? condition.each().entrySet().stream()
                        .flatMap(each -> each.getKey() == Quantifier.SOME
                                ? Stream.of(list.arrayNode())
                                : each.getValue().stream()
                                        .flatMap(inner -> changed(list, inner, each.getKey() == Quantifier.EVERY)))
                : Stream.empty();
    }

    /** @param against whether the first element should fail the condition, rather than fit it */
    private Stream<JsonNode> changed(ArrayNode list, Condition inner, boolean against) {
        Facts ofFirst = Facts.each(list.get(0), facts);
        Stream<JsonNode> values = against
                ? against(inner, node(ofFirst.get(inner.fact())), ofFirst)
                : inner.values().values().stream().map(value -> Templates.fill(value, ofFirst));
        return values.map(value -> {
            ObjectNode holder = JsonNodeFactory.instance.objectNode();
            holder.set(Facts.EACH, list.get(0).deepCopy());
            Trees.set(holder, List.of(inner.fact().split("\\.", -1)), value);
            ArrayNode copy = list.deepCopy();
            copy.set(0, holder.path(Facts.EACH));
            return copy;
        });
    }

    /** Returns other values for the other side of the comparison, if that is a fact. */
    private static Stream<JsonNode> around(Operator operator, @Nullable JsonNode now) {
        if (now == null) {
            return Stream.empty();
        }
        boolean isMost = operator == Operator.TO || operator == Operator.LESS_THAN;
        return Stream.concat(Stream.of(now), Operator.near(now, isMost ? -1 : 1));
    }

    private static @Nullable JsonNode node(@Nullable Object fact) {
        if (fact == null || fact instanceof JsonNode) {
            return (JsonNode) fact;
        }
        return fact instanceof Boolean truth ? BooleanNode.valueOf(truth) : TextNode.valueOf(fact.toString());
    }

    private Optional<Entry> entry(String name) {
        return name.equals("subject")
                ? Optional.ofNullable(context.user())
                : context.resources().stream()
                        .filter(named -> named.rule().as().equals(name))
                        .map(Resource::entry)
                        .findFirst();
    }

    private Optional<Scenario> scenario(Tweak tweak) {
        CallTemplate call = context.call();
        return switch (tweak.first()) {
            case "body" -> Optional.of(context.scenario().asking(call.with(changed(call.body(), tweak))));
            case "parameter" -> {
                String name = String.join(".", tweak.rest());
                yield Optional.of(context.scenario()
                        .asking(
                                tweak.value().isMissingNode()
                                        ? call.without(name)
                                        : call.with(name, tweak.value().asText())));
            }
            default ->
                entry(tweak.first()).flatMap(entry -> change(entry, tweak)).map(context.scenario()::after);
        };
    }

    private static JsonNode changed(JsonNode body, Tweak tweak) {
        ObjectNode copy = body instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        if (!tweak.rest().isEmpty()) {
            Trees.set(copy, tweak.rest(), tweak.value());
        }
        return copy;
    }

    private Optional<StateChange> change(Entry entry, Tweak tweak) {
        List<String> member = tweak.rest();
        if (member.isEmpty()) {
            return Optional.empty();
        }
        if (member.get(0).equals("allows")) {
            return context.caller()
                    .userId()
                    .filter(user -> tweak.value().equals(BooleanNode.FALSE))
                    .map(user ->
                            SandboxChanges.withdrawn(user, entry, String.join(".", member.subList(1, member.size()))));
        }
        return Optional.of(SandboxChanges.edited(
                entry.collection(), entry.id(), document -> Trees.set(document, member, tweak.value())));
    }

    /** Names the change, the same on every day. */
    private static String name(Condition condition, Tweak tweak) {
        String fact = plain(condition.fact());
        Optional<String> counted =
                condition.each().keySet().stream().map(Quantifier::broken).findFirst();
        Optional<String> compared = condition.values().keySet().stream()
                .filter(operator -> !operator.broken().isEmpty())
                .map(operator -> fact + " " + operator.broken() + " "
                        + told(condition.values().getOrDefault(operator, MissingNode.getInstance())))
                .findFirst();
        String value = tweak.value().isMissingNode() ? "missing" : tweak.value().asText();
        return counted.map(told -> fact + ": " + told).or(() -> compared).orElse(fact + " " + value);
    }

    private static String told(JsonNode template) {
        return blank(template)
                .map(RuleMutations::plain)
                .orElse(template.asText().replaceAll("^\\$\\{(.*)}$", "$1"));
    }

    private static String plain(String fact) {
        return fact.replaceFirst("^(body|parameter)\\.", "");
    }

    /** Returns the fact of a template that is just one blank. */
    private static Optional<String> blank(JsonNode template) {
        List<String> names = Phrasebook.named(List.of(template.asText()), "");
        return names.size() == 1 && template.asText().equals("${" + names.get(0) + "}")
                ? Optional.of(names.get(0))
                : Optional.empty();
    }
}
