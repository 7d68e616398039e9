package dev.sandbank.benchmarks;

import java.util.Arrays;

/** How long one thing took in each of many rounds. */
final class Timings {

    private static final double NANOS_PER_MILLI = 1_000_000;

    private final long[] nanos;
    private int count;

    Timings(int rounds) {
        nanos = new long[rounds];
    }

    void add(long duration) {
        nanos[count++] = duration;
    }

    /** The time that this share of the rounds took at most, in milliseconds. */
    double percentile(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int index = (int) Math.ceil(share * count) - 1;
        return sorted[Math.max(index, 0)] / NANOS_PER_MILLI;
    }

    double median() {
        return percentile(0.5);
    }
}
