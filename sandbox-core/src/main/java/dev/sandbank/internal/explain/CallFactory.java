package dev.sandbank.internal.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Visibility;
import dev.sandbank.internal.dialect.Visibility.Through;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.Parameter;
import dev.sandbank.internal.model.operation.ResourceRule;
import dev.sandbank.internal.store.Entries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes calls of a bank's operations, from the dialect's examples and the existing entries. */
public final class CallFactory {

    private final Dialect dialect;
    private final Entries entries;
    private final RelatedEntries relatives;
    private final Examples examples;

    /**
     * The calls of one operation.
     *
     * @param asks one for each resource that it can name
     * @param left how many resources were left out, because there are too many
     */
    public record Some(List<CallTemplate> asks, int left) {}

    CallFactory(Environment environment) {
        this.dialect = environment.definition().dialect().rehearsed();
        this.entries = environment.store().entries();
        this.relatives = new RelatedEntries(dialect, entries);
        this.examples = new Examples(
                dialect.offer().components(), environment.definition().readInput()::accepts);
    }

    public List<Operation> operations() {
        return dialect.operations().stream()
                .map(operation -> operation.withParameters(dialect.offer().parameters()))
                .toList();
    }

    /**
     * Returns an operation by its id.
     *
     * @throws ChoiceException if there is no such operation
     */
    public Operation operation(String id) {
        List<String> known = dialect.operations().stream().map(Operation::id).toList();
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new ChoiceException("there is no operation \"" + id + '"' + DidYouMean.hint(id, known)));
    }

    /**
     * Makes one call.
     *
     * @param resources the resources that it names, in the order in which the operation declares them
     * @param parameters further parameters, by name
     * @param body its content, or null for the example
     * @throws ChoiceException if the operation has no such parameter, or names fewer resources
     */
    public CallTemplate one(
            Operation operation, List<String> resources, Map<String, String> parameters, @Nullable JsonNode body) {
        parameters.keySet().forEach(name -> requireParameter(operation, name));
        if (body != null && operation.body() == null) {
            throw new ChoiceException("operation " + operation.id() + " takes no body");
        }
        List<ResourceRule> rules = named(operation);
        if (resources.size() > rules.size()) {
            throw new ChoiceException("operation " + operation.id() + " names "
                    + (rules.isEmpty() ? "no resource" : "only " + rules.size()) + ", not "
                    + String.join(" ", resources));
        }
        Map<String, String> said = new LinkedHashMap<>(values(operation));
        said.putAll(parameters);
        CallTemplate call = CallTemplate.of(operation, said, body == null ? example(operation) : body);
        CallTemplate whole = finish(naming(call, rules, resources).labelled(String.join(" ", resources)), rules);
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            whole = whole.with(parameter.getKey(), parameter.getValue());
        }
        return whole;
    }

    /**
     * Makes a call for each resource that an operation can name, and one for none if all are optional.
     *
     * <p>If it needs several, it makes every combination or, if these are too many, varies one resource at a time.
     */
    public Some each(Operation operation, int most) {
        List<ResourceRule> rules = named(operation);
        boolean several = rules.size() > 1
                && rules.stream().allMatch(rule -> draft(operation).needs(rule));
        List<List<Entry>> together = several ? CartesianProduct.of(shelves(rules), most) : List.of();
        if (together.isEmpty()) {
            return inTurn(operation, rules, most);
        }
        return new Some(
                together.stream().map(entries -> all(operation, rules, entries)).toList(), 0);
    }

    private List<List<Entry>> shelves(List<ResourceRule> rules) {
        return rules.stream().map(rule -> entries.all(rule.collection())).toList();
    }

    private CallTemplate all(Operation operation, List<ResourceRule> rules, List<Entry> chosen) {
        CallTemplate named = draft(operation);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            named = named.naming(rules.get(i), chosen.get(i));
            ids.add(chosen.get(i).idFor(rules.get(i)));
        }
        return finish(named.labelled(String.join("/", ids)), rules);
    }

    private static CallTemplate naming(CallTemplate call, List<ResourceRule> rules, List<String> ids) {
        CallTemplate named = call;
        for (int i = 0; i < ids.size(); i++) {
            named = named.naming(rules.get(i), ids.get(i));
        }
        return named;
    }

    private Some inTurn(Operation operation, List<ResourceRule> rules, int most) {
        List<CallTemplate> asks = new ArrayList<>();
        int left = 0;
        if (rules.stream().noneMatch(rule -> draft(operation).needs(rule))) {
            asks.add(finish(draft(operation), rules));
        }
        for (ResourceRule rule : rules) {
            List<Entry> all = entries.all(rule.collection());
            left += Math.max(0, all.size() - most);
            String start = rules.size() == 1 ? "" : lastWord(rule.name()) + "=";
            for (Entry entry : all.subList(0, Math.min(all.size(), most))) {
                CallTemplate call = draft(operation).naming(rule, entry);
                asks.add(finish(relatives.name(call, rules, entry).labelled(start + entry.idFor(rule)), rules));
            }
        }
        return new Some(asks.isEmpty() ? List.of(finish(draft(operation), rules)) : asks, left);
    }

    /** Makes a call from the dialect's examples, with fitting values where there are none. */
    private CallTemplate draft(Operation operation) {
        return CallTemplate.of(operation, values(operation), example(operation));
    }

    private Map<String, String> values(Operation operation) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.required() || parameter.in().equals("path")) {
                Optional<String> value = isId(operation, parameter) ? examples.told(parameter) : examples.of(parameter);
                value.ifPresent(example -> values.put(parameter.name(), example));
            }
        }
        values.putAll(operation.examples());
        return values;
    }

    /** Whether a parameter names a resource, which may be one of several. */
    private static boolean isId(Operation operation, Parameter parameter) {
        return operation.resources().stream()
                .anyMatch(rule ->
                        parameter.name().equals(rule.name()) && rule.in().equals(parameter.in()));
    }

    /** Returns example content; without one an empty object, so that the bank says what it lacks. */
    private static JsonNode example(Operation operation) {
        Operation.Content content = operation.body();
        if (content == null) {
            return MissingNode.getInstance();
        }
        return content.example() == null ? JsonNodeFactory.instance.objectNode() : content.example();
    }

    /** Names the first existing resource wherever one is still missing. */
    private CallTemplate finish(CallTemplate call, List<ResourceRule> rules) {
        CallTemplate whole = call;
        for (ResourceRule rule : rules) {
            if (whole.needs(rule) && !whole.names(rule)) {
                Optional<Entry> first = relatives.first(whole, rules, rule);
                whole = first.isPresent() ? whole.naming(rule, first.get()) : whole;
            }
        }
        return whole;
    }

    private static List<ResourceRule> named(Operation operation) {
        return operation.resources().stream().filter(rule -> !rule.isUnnamed()).toList();
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static void requireParameter(Operation operation, String name) {
        List<String> known =
                operation.parameters().stream().map(Parameter::name).toList();
        if (!known.contains(name)) {
            throw new ChoiceException("operation " + operation.id() + " has no parameter " + name
                    + DidYouMean.instead(name, "a parameter", known));
        }
    }

    /** Makes calls consistent that name an entry and another that it belongs to. */
    private record RelatedEntries(Dialect dialect, Entries entries) {

        /** Names the parent of an entry, if a call names a parent as well. */
        CallTemplate name(CallTemplate call, List<ResourceRule> rules, Entry entry) {
            Optional<Through> through = through(entry.collection());
            CallTemplate named = call;
            for (ResourceRule rule : rules) {
                if (through.isPresent()
                        && rule.collection().equals(through.get().collection())
                        && call.needs(rule)) {
                    String parent =
                            entry.document().path(through.get().member()).asText();
                    named = named.naming(
                            rule,
                            entries.find(rule.collection(), parent)
                                    .map(above -> above.idFor(rule))
                                    .orElse(parent));
                }
            }
            return named;
        }

        /**
         * Returns the first entry that a rule could mean: preferably one that belongs to an entry that is named
         * already.
         */
        Optional<Entry> first(CallTemplate draft, List<ResourceRule> rules, ResourceRule wanted) {
            Optional<Entry> below = through(wanted.collection()).stream()
                    .flatMap(through ->
                            rules.stream().filter(rule -> rule.collection().equals(through.collection())))
                    .flatMap(rule -> draft.named(rule).stream().flatMap(id -> parents(rule, id)))
                    .flatMap(parent -> entries.below(wanted.collection(), parent).stream())
                    .findFirst();
            return below.or(() -> entries.all(wanted.collection()).stream().findFirst());
        }

        private Stream<String> parents(ResourceRule rule, String id) {
            return rule.by() == null
                    ? Stream.of(id)
                    : entries.all(rule.collection()).stream()
                            .filter(entry -> entry.idFor(rule).equals(id))
                            .map(Entry::id);
        }

        private Optional<Through> through(String collection) {
            return Optional.ofNullable(dialect.collections().get(collection)).map(Visibility::through);
        }
    }
}
