package dev.sandbank;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which gates of a bank were seen to let calls pass and to refuse them, operation by operation.
 *
 * <pre>{@code
 * bank.coverage().gaps().forEach(System.out::println);
 * }</pre>
 *
 * @param bank the name of the bank's dialect
 * @param fixture the fixture, as it was named at the start
 * @param operations all operations of the bank
 */
@Experimental
public record Coverage(String bank, String fixture, List<Operation> operations) {

    /**
     * The gates that can refuse one operation.
     *
     * @param id the operation's id
     * @param gates the gates, in their order
     */
    public record Operation(String id, List<Gate> gates) {
        public Operation {
            gates = List.copyOf(gates);
        }

        private Operation since(Map<List<String>, Gate> before) {
            return new Operation(
                    id,
                    gates.stream()
                            .map(gate -> gate.minus(before.getOrDefault(gate.key(), gate.minus(gate))))
                            .toList());
        }
    }

    /**
     * What one gate did with the calls of one operation.
     *
     * @param operation the operation's id
     * @param name the gate's name, such as {@code scope}
     * @param passed how many calls it let pass
     * @param refused how many calls it refused
     */
    public record Gate(String operation, String name, long passed, long refused) {

        private List<String> key() {
            return List.of(operation, name);
        }

        private Gate minus(Gate before) {
            return new Gate(
                    operation, name, Math.max(0, passed - before.passed), Math.max(0, refused - before.refused));
        }

        /** Whether it was seen to let a call pass and to refuse one. */
        public boolean isCovered() {
            return passed > 0 && refused > 0;
        }

        /** What to add to the tests: the annotation whose test it refuses, or an allowed call; empty if it is covered. */
        public String gap() {
            if (refused == 0) {
                return "@Denials(value = \"" + operation + "\", gates = \"" + name + "\")";
            }
            return passed == 0 ? "a call of " + operation + " that passes " + name : "";
        }
    }

    public Coverage {
        operations = List.copyOf(operations);
    }

    /** What was counted after an earlier coverage of the same sandbox. */
    public Coverage since(Coverage earlier) {
        Map<List<String>, Gate> before =
                earlier.gates().collect(Collectors.toMap(Gate::key, Function.identity(), (one, other) -> one));
        return new Coverage(
                bank,
                fixture,
                operations.stream().map(operation -> operation.since(before)).toList());
    }

    private Stream<Gate> gates() {
        return operations.stream().flatMap(operation -> operation.gates().stream());
    }

    /** How many pairs of an operation and a gate that can refuse it there are. */
    public int all() {
        return (int) gates().count();
    }

    /** How many of them were seen to let a call pass and to refuse one. */
    public int covered() {
        return (int) gates().filter(Gate::isCovered).count();
    }

    /** What to add to the tests, a line for each pair that was not seen to do both. */
    public List<String> gaps() {
        return gates().filter(gate -> !gate.isCovered()).map(Gate::gap).toList();
    }
}
