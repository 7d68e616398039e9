package dev.sandbank.internal.coverage;

import dev.sandbank.Coverage;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.journal.GateCounts;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.model.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Counts the coverage of one sandbox. */
public final class BankCoverage {

    private final RefusingGates refusing;
    private final GateCounts counts;

    private BankCoverage(RefusingGates refusing, GateCounts counts) {
        this.refusing = refusing;
        this.counts = counts;
    }

    public static Coverage of(Bank bank) {
        PreparedFixture fixture = bank.prepared();
        return new BankCoverage(RefusingGates.of(fixture), bank.journal().counts()).of(fixture);
    }

    private Coverage of(PreparedFixture fixture) {
        List<Coverage.Operation> operations = new ArrayList<>();
        refusing.operations()
                .forEach(operation -> operations.add(new Coverage.Operation(operation.id(), gates(operation))));
        return new Coverage(
                fixture.definition().dialect().name(), fixture.fixture().name(), operations);
    }

    /** Returns the gates that can refuse an operation, and those that did all the same. */
    private List<Coverage.Gate> gates(Operation operation) {
        return Stream.of(GateName.values())
                .filter(gate -> count(operation, gate).refused() > 0 || refusing.includes(gate, operation))
                .map(gate -> Coverage.Gate.of(
                        operation.id(),
                        gate.word(),
                        count(operation, gate).passed(),
                        count(operation, gate).refused()))
                .toList();
    }

    private GateCounts.Count count(Operation operation, GateName gate) {
        return counts.of(operation.id(), gate.word());
    }
}
