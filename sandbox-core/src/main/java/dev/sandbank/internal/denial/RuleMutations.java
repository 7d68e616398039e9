package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.denial.CatalogueContext.Candidate;
import dev.sandbank.internal.dialect.Phrasebook;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.model.Condition;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Facts;
import dev.sandbank.internal.model.GateName;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.model.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the rules of a dialect are broken: by one fact that becomes another, of the state if that does it, else of the call. */
final class RuleMutations {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,18})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");
    private static final int MOST = 60;

    private final CatalogueContext context;
    private final GateName gate;
    private final Facts facts;

    private RuleMutations(CatalogueContext context, GateName gate) {
        this.context = context;
        this.gate = gate;
        this.facts = context.facts();
    }

    /** The rules about the content alone. */
    static Stream<Stream<Candidate>> ofContent(CatalogueContext context) {
        Operation.Content content = context.operation().body();
        return content == null ? Stream.empty() : all(context, GateName.INPUT, content.rules());
    }

    static Stream<Stream<Candidate>> ofOperation(CatalogueContext context) {
        return all(context, GateName.RULES, context.operation().rules());
    }

    private static Stream<Stream<Candidate>> all(CatalogueContext context, GateName gate, List<Rule> rules) {
        RuleMutations all = new RuleMutations(context, gate);
        return rules.stream().map(all::broken);
    }

    /** One fact that becomes another; a missing value takes it away. */
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
        return tweaks(rule.condition())
                .distinct()
                .sorted(Comparator.comparing(Tweak::isOfCall))
                .limit(MOST)
                .flatMap(tweak -> scenario(tweak)
                        .map(scenario -> new Candidate(
                                gate, name(rule.condition(), tweak), rule.refuse(), !tweak.isOfCall(), scenario))
                        .stream());
    }

    private Stream<Tweak> tweaks(Condition condition) {
        Object now = facts.get(condition.fact());
        Stream<Tweak> own = Stream.concat(seen(condition), against(condition, now))
                .map(value -> new Tweak(condition.fact(), value));
        Stream<Tweak> others = Stream.of(Optional.ofNullable(condition.from()), Optional.ofNullable(condition.to()))
                .flatMap(side -> side.flatMap(RuleMutations::blank).stream())
                .flatMap(name -> around(condition, now).map(value -> new Tweak(name, value)));
        return Stream.concat(own, others);
    }

    /** What others of the same kind have there. */
    private Stream<JsonNode> seen(Condition condition) {
        Tweak fact = new Tweak(condition.fact(), MissingNode.getInstance());
        boolean chosen = condition.is() != null || condition.oneOf() != null;
        return chosen
                ? entry(fact.first()).stream().flatMap(entry -> context.valuesOf(entry, fact.rest()))
                : Stream.empty();
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

    private Optional<Change> change(Entry entry, Tweak tweak) {
        List<String> member = tweak.rest();
        if (member.isEmpty()) {
            return Optional.empty();
        }
        if (member.get(0).equals("allows")) {
            return context.caller()
                    .userId()
                    .filter(user -> tweak.value().equals(BooleanNode.FALSE))
                    .map(user -> Changes.withdrawn(user, entry, String.join(".", member.subList(1, member.size()))));
        }
        return Optional.of(
                Changes.edited(entry.collection(), entry.id(), document -> Trees.set(document, member, tweak.value())));
    }

    /** The same on every day. */
    private static String name(Condition condition, Tweak tweak) {
        String fact = plain(condition.fact());
        if (condition.from() != null) {
            return fact + " less than " + told(condition.from());
        }
        if (condition.to() != null) {
            return fact + " more than " + told(condition.to());
        }
        if (condition.contains() != null) {
            return fact + " without " + told(condition.contains());
        }
        if (condition.isNot() != null) {
            return fact + " the same as " + told(condition.isNot());
        }
        return fact
                + (tweak.value().isMissingNode()
                        ? " not there"
                        : " " + tweak.value().asText());
    }

    private static String told(JsonNode template) {
        return blank(template).map(RuleMutations::plain).orElse(template.asText());
    }

    private static String plain(String fact) {
        return fact.replaceFirst("^(body|parameter)\\.", "");
    }

    /** The fact that a template is, if it is no more than that. */
    private static Optional<String> blank(JsonNode template) {
        List<String> names = Phrasebook.named(List.of(template.asText()), "");
        return names.size() == 1 && template.asText().equals("${" + names.get(0) + "}")
                ? Optional.of(names.get(0))
                : Optional.empty();
    }

    /** What the fact itself could be instead. */
    private Stream<JsonNode> against(Condition condition, @Nullable Object now) {
        Stream<JsonNode> presence = Boolean.TRUE.equals(condition.present())
                ? Stream.of(MissingNode.getInstance())
                : Boolean.FALSE.equals(condition.present()) ? Stream.of(TextNode.valueOf("something")) : Stream.empty();
        return Stream.of(
                        presence,
                        filled(condition.isNot()),
                        filled(condition.from()).flatMap(least -> near(least, -1)),
                        filled(condition.to()).flatMap(most -> near(most, 1)),
                        filled(condition.contains()).map(any -> JsonNodeFactory.instance.arrayNode()),
                        other(condition, now))
                .flatMap(values -> values);
    }

    /** What the other side of the condition could be instead, where a fact is that. */
    private static Stream<JsonNode> around(Condition condition, @Nullable Object fact) {
        Stream<JsonNode> own = fact == null ? Stream.empty() : Stream.of(node(fact));
        return own.flatMap(value -> near(value, condition.to() == null ? 1 : -1));
    }

    private Stream<JsonNode> filled(@Nullable JsonNode template) {
        return template == null
                ? Stream.empty()
                : Stream.of(Templates.fill(template, facts)).filter(value -> !value.isMissingNode());
    }

    private static Stream<JsonNode> other(Condition condition, @Nullable Object now) {
        if (condition.is() == null && condition.oneOf() == null) {
            return Stream.empty();
        }
        JsonNode value = now == null ? MissingNode.getInstance() : node(now);
        return value.isBoolean()
                ? Stream.of(BooleanNode.valueOf(!value.asBoolean()))
                : Stream.of(TextNode.valueOf("another"));
    }

    private static JsonNode node(Object fact) {
        if (fact instanceof JsonNode node) {
            return node;
        }
        return fact instanceof Boolean truth ? BooleanNode.valueOf(truth) : TextNode.valueOf(fact.toString());
    }

    /** A little less or more: of numbers and amounts by their last digit and by one, of days and moments by a day. */
    private static Stream<JsonNode> near(JsonNode value, int step) {
        String text = value.asText();
        if (DECIMAL.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            return Stream.of(number.ulp(), BigDecimal.ONE)
                    .map(by -> number.add(by.multiply(BigDecimal.valueOf(step))))
                    .map(other ->
                            value.isNumber() ? DecimalNode.valueOf(other) : TextNode.valueOf(other.toPlainString()));
        }
        if (DAY.matcher(text).matches()) {
            return Stream.of(
                    TextNode.valueOf(LocalDate.parse(text).plusDays(step).toString()));
        }
        return MOMENT.matcher(text).matches()
                ? Stream.of(TextNode.valueOf(
                        Instant.parse(text).plus(step, ChronoUnit.DAYS).toString()))
                : Stream.empty();
    }
}
