package dev.sandbank.internal.journal;

import java.util.HashMap;
import java.util.Map;

/**
 * What calls have in common, kept once: the fields of one client, the steps of one kind of decision, a reply that is always the
 * same. It knows only the latest of that, and forgets all when it knows too much.
 */
final class Interner {

    private static final int LARGEST_PART = 8;

    private final Map<Object, Object> known = new HashMap<>();
    private final long most;
    private long weight;
    private long added;

    /** @param most how many bytes it may hold on to */
    Interner(long most) {
        this.most = most;
    }

    /**
     * The same value, or an equal one that is there already; what is new adds to what the call weighs. Only values that never
     * change, and whose equals tells types apart, are kept once.
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

    /** How many bytes were new since this was last asked. */
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
