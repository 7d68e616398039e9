package dev.sandbank.internal.journal;

import dev.sandbank.internal.model.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many bytes of memory something takes, about, and never much less than it does. */
final class Weight {

    private static final int OBJECT = 48;
    private static final int STRING = 56;

    private Weight() {}

    static long of(String text) {
        return STRING + (isNarrow(text) ? text.length() : 2L * text.length());
    }

    /** Whether the JVM keeps one byte for each character. */
    private static boolean isNarrow(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }

    /** A record, a list or a map of so many things, without them. */
    static long ofHolder(int things) {
        return OBJECT + (long) OBJECT * things;
    }

    /** What a value is made of, as far as it is told. */
    private static long ofValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return ofHolder(map.size()) + ofValue(map.keySet()) + ofValue(map.values());
        }
        return value instanceof Collection<?> all
                ? ofHolder(all.size()) + all.stream().mapToLong(Weight::ofValue).sum()
                : of(value.toString());
    }

    /** A refusal with all that it tells, and as much for what it is made of. */
    static long of(@Nullable Refusal refusal) {
        return refusal == null ? 0 : OBJECT + 2 * (of(refusal.detail()) + ofValue(refusal.facts()));
    }

    static long of(List<String> texts) {
        return ofHolder(texts.size()) + texts.stream().mapToLong(Weight::of).sum();
    }
}
