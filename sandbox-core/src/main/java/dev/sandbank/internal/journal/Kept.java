package dev.sandbank.internal.journal;

import dev.sandbank.internal.model.Ruling;
import dev.sandbank.internal.model.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The latest calls, in the order of their numbers, within a number and within a share of memory. */
final class Kept {

    private static final int SHARED_PART = 8;

    private final TreeMap<Long, Weighed> entries = new TreeMap<>();
    private final Shared shared;
    private final int most;
    private final long mostBytes;
    private long bytes;
    private long recorded;

    private record Weighed(Entry entry, long bytes) {}

    Kept(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes - mostBytes / SHARED_PART;
        this.shared = new Shared(mostBytes / SHARED_PART);
    }

    /** Keeps one more; those that there is no more room for go, the oldest first. */
    Entry add(Entry entry) {
        Entry lean = lean(entry);
        long weight = Weight.ofHolder(4) + shared.added();
        if (entries.putIfAbsent(entry.number(), new Weighed(lean, weight)) != null) {
            throw new IllegalStateException("call " + entry.number() + " is in the journal already");
        }
        recorded++;
        bytes += weight;
        while (entries.size() > most || (bytes > mostBytes && entries.size() > 1)) {
            bytes -= entries.pollFirstEntry().getValue().bytes();
        }
        return lean;
    }

    private Entry lean(Entry entry) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        entry.requestHeaders().forEach((name, values) -> sent.put(shared.one(name), texts(values)));
        Map<String, String> told = new LinkedHashMap<>();
        entry.replyHeaders().forEach((name, value) -> told.put(shared.one(name), shared.one(value)));
        return new Entry(
                entry.number(),
                entry.at(),
                shared.one(entry.method()),
                shared.one(entry.target()),
                map(sent),
                shared.one(entry.requestBody()),
                entry.status(),
                map(told),
                shared.one(entry.replyBody()),
                ruling(entry.ruling()),
                texts(entry.tests()));
    }

    private <V> Map<String, V> map(Map<String, V> fields) {
        return shared.one(Collections.unmodifiableMap(fields), Weight.ofHolder(fields.size()));
    }

    private List<String> texts(List<String> texts) {
        return texts.isEmpty()
                ? List.of()
                : shared.one(texts.stream().map(shared::one).toList(), Weight.ofHolder(texts.size()));
    }

    private Ruling ruling(Ruling ruling) {
        List<Step> steps = ruling.steps().stream()
                .map(step -> shared.one(step, Weight.ofHolder(1) + Weight.of(step.saw())))
                .toList();
        Ruling lean = new Ruling(
                shared.one(List.copyOf(steps), Weight.ofHolder(steps.size())),
                ruling.refusal(),
                shared.one(ruling.operation()),
                shared.one(ruling.client()),
                shared.one(ruling.subject()));
        return shared.one(lean, Weight.ofHolder(1) + Weight.of(ruling.refusal()));
    }

    /** All that are still there, in the order of their numbers. */
    List<Entry> all() {
        List<Entry> all = new ArrayList<>(entries.size());
        entries.values().forEach(kept -> all.add(kept.entry()));
        return Collections.unmodifiableList(all);
    }

    long dropped() {
        return recorded - entries.size();
    }

    void clear() {
        entries.clear();
        shared.clear();
        bytes = 0;
        recorded = 0;
    }
}
