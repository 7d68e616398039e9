package dev.sandbank.internal.coverage;

import dev.sandbank.Coverage;
import dev.sandbank.internal.journal.GateCounts.Count;
import dev.sandbank.internal.model.operation.GateName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What many tests covered, each in its last run. Not safe for use by many threads. */
public final class CoverageOfTests {

    private final Set<Cell> cells = new LinkedHashSet<>();
    private final Map<String, Map<Cell, Count>> tests = new TreeMap<>();
    private final GrantsOfTests grants = new GrantsOfTests();

    /** A gate that can refuse an operation, under a fixture. */
    record Cell(String bank, String fixture, String operation, String gate) {}

    /** Adds what a test covered, to what it did in the same run. */
    public void add(String test, Coverage coverage) {
        for (Coverage.Operation operation : coverage.operations()) {
            for (Coverage.Gate gate : operation.gates()) {
                Cell cell = new Cell(coverage.bank(), coverage.fixture(), operation.id(), gate.name());
                add(cell);
                add(test, cell, new Count(gate.passed(), gate.refused()));
            }
        }
        grants.add(test, coverage);
    }

    void add(Cell cell) {
        cells.add(cell);
    }

    void add(String test, Cell cell, Count count) {
        if (!count.equals(Count.NONE)) {
            tests.computeIfAbsent(test, name -> new LinkedHashMap<>()).merge(cell, count, Count::plus);
        }
    }

    /** Adds later runs of tests, which replace earlier runs of the same tests. */
    public void addLater(CoverageOfTests later) {
        cells.addAll(later.cells);
        grants.addLater(later.grants, later.tests.keySet());
        later.tests.forEach((test, counts) -> tests.put(test, new LinkedHashMap<>(counts)));
    }

    Map<String, Map<Cell, Count>> tests() {
        return tests;
    }

    GrantsOfTests grants() {
        return grants;
    }

    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Returns what all tests covered together, for each bank and fixture. */
    public List<Coverage> banks() {
        Map<Cell, Count> sums = new HashMap<>();
        tests.values().forEach(counts -> counts.forEach((cell, count) -> sums.merge(cell, count, Count::plus)));
        Map<List<String>, Map<String, List<Coverage.Gate>>> banks = new LinkedHashMap<>();
        for (Cell cell : cells) {
            Count sum = sums.getOrDefault(cell, Count.NONE);
            banks.computeIfAbsent(List.of(cell.bank(), cell.fixture()), bank -> new LinkedHashMap<>())
                    .computeIfAbsent(cell.operation(), operation -> new ArrayList<>())
                    .add(new Coverage.Gate(cell.operation(), cell.gate(), sum.passed(), sum.refused()));
        }
        List<Coverage> all = new ArrayList<>();
        banks.forEach((bank, operations) -> all.add(
                new Coverage(bank.get(0), bank.get(1), operations(operations), grants.of(bank.get(0), bank.get(1)))));
        return all;
    }

    private static List<Coverage.Operation> operations(Map<String, List<Coverage.Gate>> gates) {
        List<String> order = GateName.words();
        return gates.entrySet().stream()
                .map(operation -> new Coverage.Operation(
                        operation.getKey(),
                        operation.getValue().stream()
                                .sorted(Comparator.comparing(gate -> order.indexOf(gate.name())))
                                .toList()))
                .toList();
    }
}
