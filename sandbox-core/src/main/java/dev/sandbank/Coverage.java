package dev.sandbank;

import java.util.List;

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
    }

    /**
     * What one gate did with the calls of one operation.
     *
     * @param name the gate's name, such as {@code scope}
     * @param passed how many calls it let pass
     * @param refused how many calls it refused
     * @param gap what to add to the tests: the annotation whose test it then refuses, or an allowed call; empty if it was seen to do both
     */
    public record Gate(String name, long passed, long refused, String gap) {

        /** The same gate of an operation with these numbers. */
        public static Gate of(String operation, String name, long passed, long refused) {
            return new Gate(name, passed, refused, gap(operation, name, passed, refused));
        }

        private static String gap(String operation, String gate, long passed, long refused) {
            if (refused == 0) {
                return "@Denials(value = \"" + operation + "\", gates = \"" + gate + "\")";
            }
            return passed == 0 ? "a call of " + operation + " that passes " + gate : "";
        }

        /** Whether it was seen to let a call pass and to refuse one. */
        public boolean isCovered() {
            return gap.isEmpty();
        }
    }

    public Coverage {
        operations = List.copyOf(operations);
    }

    /** How many pairs of an operation and a gate that can refuse it there are. */
    public int all() {
        return operations.stream()
                .mapToInt(operation -> operation.gates().size())
                .sum();
    }

    /** How many of them were seen to let a call pass and to refuse one. */
    public int covered() {
        return all() - gaps().size();
    }

    /** What to add to the tests, a line for each pair that was not seen to do both. */
    public List<String> gaps() {
        return operations.stream()
                .flatMap(operation -> operation.gates().stream())
                .map(Gate::gap)
                .filter(gap -> !gap.isEmpty())
                .toList();
    }
}
