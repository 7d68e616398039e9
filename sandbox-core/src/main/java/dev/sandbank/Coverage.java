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
 * @param grants what the fixture grants to clients and users: the first 5,000 of it
 */
@Experimental
public record Coverage(String bank, String fixture, List<Operation> operations, List<Grant> grants) {

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

    /**
     * A right that the fixture grants: a scope of a client, or a permission of a user.
     *
     * @param environment the name of the environment; empty for the one without a prefix
     * @param holder the id of the client or user
     * @param name the scope or permission
     * @param kind for a permission the kind of its resource, such as {@code account}; empty for a scope
     * @param resource for a permission the id of its resource; empty for a scope
     * @param asked whether any operation asks for it; none does for scopes such as {@code openid}
     * @param needed how many allowed calls needed it
     */
    public record Grant(
            String environment, String holder, String name, String kind, String resource, boolean asked, long needed) {

        /** Whether operations ask for it, and no allowed call needed it. */
        public boolean isUnused() {
            return asked && needed == 0;
        }

        /** The same grant with another number of calls that needed it. */
        public Grant needed(long calls) {
            return new Grant(environment, holder, name, kind, resource, asked, calls);
        }
    }

    /** Nothing is known of grants. */
    public Coverage(String bank, String fixture, List<Operation> operations) {
        this(bank, fixture, operations, List.of());
    }

    public Coverage {
        operations = List.copyOf(operations);
        grants = List.copyOf(grants);
    }

    /** What was counted after an earlier coverage of the same sandbox. */
    public Coverage since(Coverage earlier) {
        Map<List<String>, Gate> before =
                earlier.gates().collect(Collectors.toMap(Gate::key, Function.identity(), (one, other) -> one));
        Map<Grant, Long> needed = earlier.grants.stream()
                .collect(Collectors.toMap(grant -> grant.needed(0), Grant::needed, (one, other) -> one));
        return new Coverage(
                bank,
                fixture,
                operations.stream().map(operation -> operation.since(before)).toList(),
                grants.stream()
                        .map(grant ->
                                grant.needed(Math.max(0, grant.needed - needed.getOrDefault(grant.needed(0), 0L))))
                        .toList());
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

    /** What the fixture grants, and no allowed call needed, of what operations ask for. */
    public List<Grant> unusedGrants() {
        return grants.stream().filter(Grant::isUnused).toList();
    }

    /** What to add to the tests, a line for each pair that was not seen to do both. */
    public List<String> gaps() {
        return gates().filter(gate -> !gate.isCovered()).map(Gate::gap).toList();
    }
}
