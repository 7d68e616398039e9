package dev.sandbank.internal.journal;

import dev.sandbank.Decision;
import dev.sandbank.Decision.Gate;
import dev.sandbank.Exchange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The latest calls in the order of their numbers, up to a number of calls and a share of memory. */
final class CallBuffer {

    private static final int SHARED_PART = 8;

    private final TreeMap<Long, Weighed> calls = new TreeMap<>();
    private final GateCounts gone = new GateCounts();
    private final Interner shared;
    private final int most;
    private final long mostBytes;
    private long bytes;
    private long recorded;

    private record Weighed(Exchange call, long bytes) {}

    CallBuffer(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes - mostBytes / SHARED_PART;
        this.shared = new Interner(mostBytes / SHARED_PART);
    }

    /** Adds a call under its number, and drops the oldest calls if there is no room. */
    Exchange add(Exchange call, long number) {
        Exchange lean = lean(call, number);
        long weight = MemorySize.ofHolder(4) + shared.added();
        if (calls.putIfAbsent(number, new Weighed(lean, weight)) != null) {
            throw new IllegalStateException("call " + number + " is already in the journal");
        }
        recorded++;
        bytes += weight;
        while (calls.size() > most || (bytes > mostBytes && calls.size() > 1)) {
            Weighed oldest = calls.pollFirstEntry().getValue();
            gone.add(oldest.call().decision());
            bytes -= oldest.bytes();
        }
        return lean;
    }

    private Exchange lean(Exchange call, long number) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        call.requestHeaders().forEach((name, values) -> sent.put(shared.one(name), texts(values)));
        Map<String, String> told = new LinkedHashMap<>();
        call.replyHeaders().forEach((name, value) -> told.put(shared.one(name), shared.one(value)));
        return new Exchange(
                number,
                call.at(),
                shared.one(call.method()),
                shared.one(call.target()),
                map(sent),
                shared.one(call.requestBody()),
                call.status(),
                map(told),
                shared.one(call.replyBody()),
                decision(call.decision()),
                texts(call.tests()));
    }

    private <V> Map<String, V> map(Map<String, V> fields) {
        return shared.one(Collections.unmodifiableMap(fields), MemorySize.ofHolder(fields.size()));
    }

    private List<String> texts(List<String> texts) {
        return texts.isEmpty()
                ? List.of()
                : shared.one(
                        List.of(texts.stream().map(shared::one).toArray(String[]::new)),
                        MemorySize.ofHolder(texts.size()));
    }

    private Decision decision(Decision whole) {
        Gate[] gates = whole.gates().stream()
                .map(gate -> shared.one(gate, MemorySize.ofHolder(1) + MemorySize.of(gate.saw())))
                .toArray(Gate[]::new);
        Decision lean = new Decision(
                shared.one(whole.operation()),
                shared.one(whole.client()),
                shared.one(whole.subject()),
                shared.one(List.of(gates), MemorySize.ofHolder(gates.length)),
                shared.one(whole.refusal()),
                texts(whole.required()),
                texts(whole.held()),
                whole.status());
        return shared.one(lean, MemorySize.ofHolder(1));
    }

    /** Returns all calls that are still kept, in the order of their numbers. */
    List<Exchange> all() {
        List<Exchange> all = new ArrayList<>(calls.size());
        calls.values().forEach(kept -> all.add(kept.call()));
        return Collections.unmodifiableList(all);
    }

    long dropped() {
        return recorded - calls.size();
    }

    /** Counts the decisions on all calls so far, also on those that are no longer kept. */
    Supplier<GateCounts> counts() {
        GateCounts counts = gone.copy();
        List<Exchange> kept = all();
        return () -> {
            kept.forEach(call -> counts.add(call.decision()));
            return counts;
        };
    }

    /** Removes all calls, whose decisions still count. */
    void clear() {
        calls.values().forEach(kept -> gone.add(kept.call().decision()));
        calls.clear();
        shared.clear();
        bytes = 0;
        recorded = 0;
    }

    /** Removes all calls, and does not count them any more. */
    void forget() {
        clear();
        gone.clear();
    }

    /**
     * Keeps one copy of what calls have in common: the header fields of a client, the gates of a kind of decision, a
     * reply that is always the same. It knows only the latest values, and discards all of them when it has too many.
     */
    private static final class Interner {

        private static final int LARGEST_PART = 8;

        private final Map<Object, Object> known = new HashMap<>();
        private final long most;
        private long weight;
        private long added;

        /** @param most the bound in bytes */
        Interner(long most) {
            this.most = most;
        }

        /**
         * Returns an equal value that is kept already, or else keeps this one, which adds to the size of the call. It
         * keeps only immutable values whose {@code equals} distinguishes types.
         */
        @SuppressWarnings("unchecked")
        <T> T one(T value, long bytes) {
            Object there = known.get(value);
            if (there != null) {
                return (T) there;
            }
            added += bytes;
            if (bytes <= most / LARGEST_PART) {
                remember(value, bytes);
            }
            return value;
        }

        String one(String text) {
            return one(text, MemorySize.of(text));
        }

        private void remember(Object value, long bytes) {
            long all = bytes + MemorySize.ofHolder(2);
            if (weight + all > most) {
                clear();
            }
            known.put(value, value);
            weight += all;
        }

        /** Returns how many bytes were added since the last time. */
        long added() {
            long sum = added;
            added = 0;
            return sum;
        }

        void clear() {
            known.clear();
            weight = 0;
        }
    }
}
