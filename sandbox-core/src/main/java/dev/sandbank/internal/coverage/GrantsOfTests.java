package dev.sandbank.internal.coverage;

import dev.sandbank.Coverage;
import dev.sandbank.Coverage.Grant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What fixtures grant, and which tests needed it, each in its last run. Not safe for use by many threads. */
final class GrantsOfTests {

    private final Set<Held> known = new LinkedHashSet<>();
    private final Map<String, Map<Held, Long>> tests = new HashMap<>();

    /** A grant of a fixture, without how often it was needed. */
    record Held(String bank, String fixture, Grant grant) {

        Held(Coverage coverage, Grant grant) {
            this(coverage.bank(), coverage.fixture(), grant.needed(0));
        }
    }

    void add(Held held) {
        known.add(held);
    }

    void add(String test, Held held, long needed) {
        if (needed > 0) {
            tests.computeIfAbsent(test, name -> new LinkedHashMap<>()).merge(held, needed, Long::sum);
        }
    }

    void add(String test, Coverage coverage) {
        coverage.grants().forEach(grant -> {
            add(new Held(coverage, grant));
            add(test, new Held(coverage, grant), grant.needed());
        });
    }

    /** Adds later runs of these tests, which replace earlier ones. */
    void addLater(GrantsOfTests later, Set<String> run) {
        known.addAll(later.known);
        tests.keySet().removeAll(run);
        later.tests.forEach((test, grants) -> tests.put(test, new LinkedHashMap<>(grants)));
    }

    Map<Held, Long> ofTest(String test) {
        return tests.getOrDefault(test, Map.of());
    }

    /** Returns the grants of a fixture with the calls of all tests that needed them. */
    List<Grant> of(String bank, String fixture) {
        return known.stream()
                .filter(held -> held.bank().equals(bank) && held.fixture().equals(fixture))
                .map(held -> held.grant().needed(needed(held)))
                .toList();
    }

    private long needed(Held held) {
        return tests.values().stream()
                .mapToLong(grants -> grants.getOrDefault(held, 0L))
                .sum();
    }
}
