package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.init.OperationDraft.Depth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was learnt about a description by checking and trying a draft of its bank: the next draft heeds it. */
final class Decisions {

    private static final Set<String> WRITES = Set.of("create", "replace", "patch", "action");

    private final Set<String> omitted = new TreeSet<>();
    private final Set<String> leftOut = new TreeSet<>();
    private final Set<String> unbound = new TreeSet<>();
    private final Map<String, Set<String>> literal = new LinkedHashMap<>();
    private final Map<String, Depth> depths = new LinkedHashMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final Map<String, String> failing = new LinkedHashMap<>();

    /** Returns JSON Pointers to the parts of the description that are left out. */
    Collection<String> omitted() {
        return omitted;
    }

    boolean omit(String pointer) {
        return omitted.add(pointer);
    }

    boolean leaveOut(String operation) {
        return leftOut.add(operation);
    }

    boolean isLeftOut(String operation) {
        return leftOut.contains(operation);
    }

    Depth depth(String operation) {
        return depths.getOrDefault(operation, Depth.ALIVE);
    }

    /** Whether the content of an operation may name entries that are not there. */
    boolean isUnbound(String operation) {
        return unbound.contains(operation);
    }

    /** Returns the members of an entry that an operation shows always the same, as its example has them. */
    Set<String> literal(String operation) {
        return literal.getOrDefault(operation, Set.of());
    }

    /**
     * Notes why a good call of an operation failed; returns whether the next draft guesses less about it.
     *
     * @param made the operation as a dialect writes it
     */
    boolean tried(String operation, Rehearsal.Failure why, JsonNode made) {
        if (why.isRefusal() && ContentDraft.isBound(made)) {
            return unbound.add(operation);
        }
        if (depth(operation) == Depth.BARE) {
            failing.put(operation, why.told());
            return false;
        }
        boolean writes = WRITES.stream().anyMatch(made.path("work")::has);
        boolean sure = !(writes && depth(operation) == Depth.ALIVE);
        Set<String> shown = sure ? WrongMembers.in(made.path("reply"), why.errors()) : Set.of();
        if (shown.isEmpty()
                || !literal.computeIfAbsent(operation, key -> new TreeSet<>()).addAll(shown)) {
            doubt(operation, why.told(), writes);
        }
        return true;
    }

    /**
     * Notes why an operation does not work as it was guessed: the next draft guesses less about it.
     *
     * @param writes whether it changes entries
     */
    void doubt(String operation, String why, boolean writes) {
        reasons.putIfAbsent(operation, why);
        Depth now = depth(operation);
        Depth less = now.compareTo(Depth.COMMON) <= 0 ? Depth.FIXED : Depth.BARE;
        depths.put(operation, writes && now == Depth.ALIVE ? Depth.COMMON : less);
    }

    /** Returns why operations do not work on entries, by operation. */
    Map<String, String> reasons() {
        return reasons;
    }

    /** Returns why no good call of operations is known, by operation. */
    Map<String, String> failing() {
        return failing;
    }
}
