package dev.sandbank.internal.explain;

import dev.sandbank.internal.model.operation.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what: every caller with every operation on every resource.
 *
 * @param bank the bank's name for people
 * @param world the fixture, and the environment if it is not the one without a prefix
 * @param callers the users, and the clients without one
 * @param blocks the results, by operation
 * @param notes what was left out, and why; a sentence each
 */
public record AccessMatrix(String bank, String world, List<Caller> callers, List<Block> blocks, List<String> notes) {

    public AccessMatrix {
        callers = List.copyOf(callers);
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /**
     * All calls of one operation.
     *
     * @param events the types of the events that any of them makes
     */
    public record Block(Operation operation, List<Line> lines, List<String> events) {

        public Block {
            lines = List.copyOf(lines);
            events = List.copyOf(events);
        }

        /** Whether the calls differ by a resource. */
        public boolean namesResources() {
            return lines.stream().anyMatch(line -> !line.call().label().isEmpty());
        }

        /** Returns why all calls fail for a reason that may not be the caller; empty if one is allowed. */
        public Optional<String> warning() {
            return lines.stream()
                    .flatMap(line -> line.cells().stream())
                    .max(Comparator.comparingInt(Cell::depth))
                    .filter(Cell::isAboutWhatIsSent)
                    .map(cell ->
                            "No caller succeeds, perhaps because of what the call sends and not because of who calls: "
                                    + cell.gate() + " refuses the call that gets furthest, " + cell.refusal() + ": "
                                    + cell.saw());
        }
    }

    /** One call, made by every caller in turn. */
    public record Line(CallTemplate call, List<Cell> cells) {

        /** Returns the resource, or a dash for none. */
        public String resource() {
            return call.label().isEmpty() ? "–" : call.label();
        }
    }

    /** Returns the result of a call. */
    public interface Teller {
        Explanation explain(Caller caller, CallTemplate call);
    }

    /** Makes all calls, each once. */
    public static AccessMatrix of(
            DryRun rehearsal,
            Teller teller,
            String world,
            List<Caller> callers,
            List<CallFactory.Some> asks,
            List<String> notes) {
        List<Block> blocks = new ArrayList<>();
        List<String> all = new ArrayList<>(notes);
        for (CallFactory.Some some : asks) {
            Operation operation = some.asks().get(0).operation();
            blocks.add(block(operation, teller, callers, some.asks()));
            if (some.left() > 0) {
                all.add(operation.id() + ": " + some.left()
                        + (some.left() == 1 ? " more resource is not shown" : " more resources are not shown"));
            }
        }
        return new AccessMatrix(rehearsal.bankTitle(), world, callers, blocks, all);
    }

    private static Block block(Operation operation, Teller teller, List<Caller> callers, List<CallTemplate> asks) {
        List<Line> lines = new ArrayList<>();
        Set<String> events = new LinkedHashSet<>();
        for (CallTemplate ask : asks) {
            List<Cell> cells = new ArrayList<>();
            for (Caller caller : callers) {
                Explanation told = teller.explain(caller, ask);
                cells.add(told.cell());
                told.events().orElse(List.of()).forEach(event -> events.add(event.type()));
            }
            lines.add(new Line(ask, cells));
        }
        return new Block(operation, lines, List.copyOf(events));
    }
}
