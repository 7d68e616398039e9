package dev.sandbank.internal.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.OperationTable;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.model.Parameter;
import dev.sandbank.internal.model.ResourceRule;
import dev.sandbank.internal.store.Entries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes calls of a bank's operations, from the dialect's examples and the entries there are. */
public final class CallFactory {

    private final Dialect dialect;
    private final OperationTable table;
    private final Entries entries;
    private final RelatedEntries relatives;
    private final Examples examples;
    private final String prefix;

    /**
     * The calls of one operation.
     *
     * @param asks one for each resource that it can name
     * @param left how many resources were left out, because there are too many
     */
    public record Some(List<Ask> asks, int left) {}

    CallFactory(Environment environment, String prefix) {
        this.dialect = environment.definition().dialect();
        this.table = environment.definition().table();
        this.entries = environment.store().entries();
        this.relatives = new RelatedEntries(dialect, entries);
        this.examples = new Examples(environment.definition().readInput()::accepts);
        this.prefix = prefix;
    }

    public List<Operation> operations() {
        return dialect.operations().stream()
                .map(operation -> operation.withParameters(dialect.parameters()))
                .toList();
    }

    /**
     * An operation by its id.
     *
     * @throws ChoiceException if there is no such operation
     */
    public Operation operation(String id) {
        List<String> known = dialect.operations().stream().map(Operation::id).toList();
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ChoiceException(
                        "there is no operation " + id + DidYouMean.instead(id, "an operation", known)));
    }

    /**
     * One call.
     *
     * @param resources the resources that it names, in the order in which the operation declares them
     * @param parameters further parameters, by name
     * @param body its content, or null for the example
     * @throws ChoiceException if the operation has no such parameter, or names fewer resources
     */
    public Ask one(
            Operation operation, List<String> resources, Map<String, String> parameters, @Nullable JsonNode body) {
        parameters.keySet().forEach(name -> requireParameter(operation, name));
        if (body != null && operation.body() == null) {
            throw new ChoiceException("operation " + operation.id() + " takes no content");
        }
        List<ResourceRule> rules = named(operation);
        if (resources.size() > rules.size()) {
            throw new ChoiceException("operation " + operation.id() + " names "
                    + (rules.isEmpty() ? "no resource" : "only " + rules.size()) + ", not "
                    + String.join(" ", resources));
        }
        Draft draft = new Draft(operation, body, examples).with(parameters);
        for (int i = 0; i < resources.size(); i++) {
            draft.name(rules.get(i), resources.get(i));
        }
        return finish(draft.labelled(String.join(" ", resources)), rules);
    }

    /**
     * A call for each resource that an operation can name, and one for none if it need not name any.
     *
     * <p>Where it needs several, every combination; where these are too many, each of them in turn.
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

    private Ask all(Operation operation, List<ResourceRule> rules, List<Entry> chosen) {
        Draft draft = draft(operation);
        List<String> ids = chosen.stream().map(Entry::id).toList();
        for (int i = 0; i < rules.size(); i++) {
            draft.name(rules.get(i), ids.get(i));
        }
        return finish(draft.labelled(String.join("/", ids)), rules);
    }

    private Some inTurn(Operation operation, List<ResourceRule> rules, int most) {
        List<Ask> asks = new ArrayList<>();
        int left = 0;
        if (rules.stream().noneMatch(rule -> draft(operation).needs(rule))) {
            asks.add(finish(draft(operation), rules));
        }
        for (ResourceRule rule : rules) {
            List<Entry> all = entries.all(rule.collection());
            left += Math.max(0, all.size() - most);
            String start = rules.size() == 1 ? "" : lastWord(rule.name()) + "=";
            for (Entry entry : all.subList(0, Math.min(all.size(), most))) {
                Draft draft = draft(operation).name(rule, entry.id());
                asks.add(finish(relatives.name(draft, rules, entry).labelled(start + entry.id()), rules));
            }
        }
        return new Some(asks.isEmpty() ? List.of(finish(draft(operation), rules)) : asks, left);
    }

    private Draft draft(Operation operation) {
        return new Draft(operation, null, examples);
    }

    /** Names the first resource there is wherever one is still missing. */
    private Ask finish(Draft draft, List<ResourceRule> rules) {
        for (ResourceRule rule : rules) {
            if (draft.needs(rule) && !draft.names(rule)) {
                relatives.first(draft, rules, rule).ifPresent(entry -> draft.name(rule, entry.id()));
            }
        }
        return draft.at(prefix
                + table.pathOf(draft.operation().id(), draft.pathValues()).orElseThrow());
    }

    private static List<ResourceRule> named(Operation operation) {
        return operation.resources().stream()
                .filter(rule -> !rule.in().equals("subject"))
                .toList();
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
}
