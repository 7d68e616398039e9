package dev.sandbank.internal.model.operation;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of values, one end of which may be open.
 *
 * <p>It is written {@code [lo,hi]}, or as one value alone. A square bracket includes its end, a round one excludes it,
 * and one of the ends may be empty.
 *
 * @param low the lower end, or nothing if it is open
 * @param high the upper end, or nothing if it is open
 */
public record Range<T extends Comparable<? super T>>(Optional<End<T>> low, Optional<End<T>> high) {

    private static final Pattern SPAN = Pattern.compile("([\\[(])([^,\\[\\]()]*),([^,\\[\\]()]*)([])])");

    /** One end, and whether the range includes it. */
    public record End<T>(T value, boolean included) {}

    /**
     * Parses a range.
     *
     * @param value parses one of its ends, strictly
     * @return nothing if the text is not a range
     */
    public static <T extends Comparable<? super T>> Optional<Range<T>> parse(
            String text, Function<String, Optional<T>> value) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            return value.apply(text).map(Range::only);
        }
        String lower = span.group(2);
        String upper = span.group(3);
        Optional<End<T>> low = value.apply(lower).map(end -> new End<>(end, "[".equals(span.group(1))));
        Optional<End<T>> high = value.apply(upper).map(end -> new End<>(end, "]".equals(span.group(4))));
        boolean written = low.isPresent() != lower.isEmpty() && high.isPresent() != upper.isEmpty();
        return written && (low.isPresent() || high.isPresent())
                ? Optional.of(new Range<>(low, high))
                : Optional.empty();
    }

    /** Returns the range of one value. */
    public static <T extends Comparable<? super T>> Range<T> only(T value) {
        return between(value, value);
    }

    /** Returns the range from one value to another, both included. */
    public static <T extends Comparable<? super T>> Range<T> between(T lowest, T highest) {
        return new Range<>(Optional.of(new End<>(lowest, true)), Optional.of(new End<>(highest, true)));
    }

    public boolean contains(T value) {
        return low.map(end -> isBeyond(value.compareTo(end.value()), end)).orElse(true)
                && high.map(end -> isBeyond(end.value().compareTo(value), end)).orElse(true);
    }

    private static boolean isBeyond(int comparison, End<?> end) {
        return comparison > 0 || (comparison == 0 && end.included());
    }

    /** Whether the lower end is above the upper one, so that the range makes no sense. */
    public boolean isReversed() {
        return low.isPresent()
                && high.isPresent()
                && low.get().value().compareTo(high.get().value()) > 0;
    }

    /** Returns the range with its open end closed, at a distance from the other end that a function gives. */
    public Range<T> closed(Function<T, T> below, Function<T, T> above) {
        Optional<End<T>> lowest = low.or(() -> high.map(end -> new End<>(below.apply(end.value()), true)));
        Optional<End<T>> highest = high.or(() -> low.map(end -> new End<>(above.apply(end.value()), true)));
        return new Range<>(lowest, highest);
    }
}
