package dev.sandbank.internal.coverage;

import dev.sandbank.Coverage;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.journal.GateCounts;
import dev.sandbank.internal.journal.GateCounts.Count;
import dev.sandbank.internal.model.operation.GateName;
import java.util.ArrayList;
import java.util.List;

/** Counts the coverage of one sandbox. */
public final class BankCoverage {

    private final GateCounts counts;

    private BankCoverage(GateCounts counts) {
        this.counts = counts;
    }

    public static Coverage of(Bank bank) {
        PreparedFixture fixture = bank.prepared();
        BankCoverage coverage = new BankCoverage(bank.journal().counts());
        List<Coverage.Operation> operations = new ArrayList<>();
        Library.ofProcess()
                .refusing(fixture, RefusingGates::all)
                .forEach((operation, gates) ->
                        operations.add(new Coverage.Operation(operation, coverage.gates(operation, gates))));
        return new Coverage(
                fixture.definition().dialect().name(), fixture.fixture().name(), operations, FixtureGrants.of(bank));
    }

    /** Returns the gates that can refuse an operation, and those that did all the same. */
    private List<Coverage.Gate> gates(String operation, List<GateName> refusing) {
        List<Coverage.Gate> gates = new ArrayList<>();
        for (GateName gate : GateName.values()) {
            Count count = counts.of(operation, gate.word());
            if (count.refused() > 0 || refusing.contains(gate)) {
                gates.add(new Coverage.Gate(operation, gate.word(), count.passed(), count.refused()));
            }
        }
        return gates;
    }
}
