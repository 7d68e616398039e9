package dev.sandbank.internal.denial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.explain.Ask;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.Callers;
import dev.sandbank.internal.explain.Cell;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.explain.Explanation;
import dev.sandbank.internal.explain.ImpersonationHeader;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Route;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds, among who can call and what there is, a call that is allowed: by rehearsing calls until one is. */
final class HonestCalls {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FEW = 20;
    private static final int MANY = 400;

    private final Bank bank;
    private final DryRun rehearsal;

    HonestCalls(Bank bank) {
        this.bank = bank;
        this.rehearsal = DryRun.in(bank, "");
    }

    /** An allowed call if there is one, preferably for a user and with resources; else one that comes as far as any. */
    Optional<Honest> of(Operation operation) {
        return best(operation, callers().toList());
    }

    /** The same for one caller. */
    Optional<Honest> of(Operation operation, Caller caller) {
        return best(operation, List.of(caller));
    }

    private Optional<Honest> best(Operation operation, List<Caller> callers) {
        Optional<Honest> furthest = Optional.empty();
        for (int most : List.of(FEW, MANY)) {
            List<Ask> asks = asks(operation, most);
            for (Caller caller : callers) {
                Optional<Honest> found = furthest(caller, asks);
                if (found.filter(Honest::allowed).isPresent()) {
                    return found;
                }
                furthest = Stream.concat(furthest.stream(), found.stream()).max(Comparator.comparingInt(Honest::way));
            }
        }
        return furthest;
    }

    private Optional<Honest> furthest(Caller caller, List<Ask> asks) {
        Optional<Honest> furthest = Optional.empty();
        for (Ask ask : asks) {
            Explanation explained = rehearsal.explain(caller, ask);
            String gate = explained.cell().gate();
            if (furthest.isEmpty() || Honest.way(gate) > furthest.get().way()) {
                furthest = Optional.of(new Honest(caller, sketch(caller, ask), gate, outcome(explained)));
            }
            if (gate.isEmpty()) {
                return furthest;
            }
        }
        return furthest;
    }

    private Expected outcome(Explanation explained) {
        Dialect dialect = bank.prepared().definition().dialect();
        Cell cell = explained.cell();
        String pointer = dialect.envelope().code();
        boolean told = !cell.allowed() && pointer != null;
        String code = told ? tree(explained.reply().body()).at(pointer).asText("") : "";
        String phrase = explained.refusal().map(Refusal::phrase).orElse("");
        return new Expected(cell.refusal(), phrase, cell.status(), code);
    }

    /** The dialect's example first, then those that name something. */
    private List<Ask> asks(Operation operation, int most) {
        Ask example = rehearsal.asks().one(operation, List.of(), Map.of(), null);
        List<Ask> others = rehearsal.asks().each(operation, most).asks();
        return Stream.concat(
                        isWhole(operation) ? Stream.of(example) : Stream.empty(),
                        others.stream()
                                .sorted(Comparator.comparing(
                                        ask -> ask.resource().isEmpty())))
                .toList();
    }

    /** Whether the example names what the operation is about. */
    private static boolean isWhole(Operation operation) {
        return operation.resources().stream()
                .allMatch(rule -> rule.in().equals("body")
                        || rule.in().equals("path")
                        || rule.in().equals("subject"));
    }

    /** Users through every client, then clients by themselves. */
    private Stream<Caller> callers() {
        Callers callers = rehearsal.callers();
        return Stream.concat(
                callers.users().stream()
                        .flatMap(user -> callers.all(user).stream())
                        .filter(caller -> caller.state().isEmpty()),
                callers.clients().stream().filter(caller -> caller.state().isEmpty()));
    }

    Stream<Caller> everybody() {
        return callers();
    }

    private Sketch sketch(Caller caller, Ask ask) {
        Map<String, String> parameters = new HashMap<>(ask.query());
        parameters.putAll(ask.headers());
        if (bank.prepared().definition().table().find(ask.operation().method(), ask.path())
                instanceof Route.Found found) {
            parameters.putAll(found.pathParameters());
        }
        Dialect.Impersonation rule = bank.prepared().definition().dialect().impersonation();
        boolean names = rule != null && caller.way() == Caller.Way.NAMED;
        return new Sketch(
                ask.operation(),
                parameters,
                tree(ask.body()),
                names && rule != null ? ImpersonationHeader.value(rule, caller.id()) : "",
                null);
    }

    private static JsonNode tree(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an example is always JSON", e);
        }
    }
}
