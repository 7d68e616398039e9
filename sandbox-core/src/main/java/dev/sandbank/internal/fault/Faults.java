package dev.sandbank.internal.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/** The faults of one sandbox: of those that a call meets, the one that was set first strikes. */
public final class Faults {

    /** How often a fault strikes that is not counted. */
    public static final int UNTIL_CLEARED = Integer.MAX_VALUE;

    private final List<Armed> armed = new ArrayList<>();
    private long last;

    /** A fault that waits for its calls. */
    private static final class Armed {
        private final long id;
        private final Rule rule;
        private final RandomGenerator luck;
        private int left;

        Armed(long id, Rule rule) {
            this.id = id;
            this.rule = rule;
            this.luck = new Random(rule.luckSeed());
            this.left = rule.times();
        }
    }

    /**
     * What a fault is.
     *
     * @param aim the calls that it strikes
     * @param effect what it does to them
     * @param times how many of them, or {@link #UNTIL_CLEARED}
     * @param probability how likely it strikes each that it meets, from 0 to 1
     * @param luckSeed makes the same calls strike in every run
     */
    public record Rule(Aim aim, Effect effect, int times, double probability, long luckSeed) {}

    /** Sets a fault; returns its id. */
    public synchronized long set(Rule rule) {
        last++;
        armed.add(new Armed(last, rule));
        return last;
    }

    /** What strikes this call, if anything does; that is then counted. */
    public synchronized Optional<Effect> strike(Addressee call) {
        for (Iterator<Armed> each = armed.iterator(); each.hasNext(); ) {
            Armed fault = each.next();
            if (fault.rule.aim().meets(call) && isStruck(fault)) {
                if (fault.left != UNTIL_CLEARED) {
                    fault.left--;
                }
                if (fault.left == 0) {
                    each.remove();
                }
                return Optional.of(fault.rule.effect());
            }
        }
        return Optional.empty();
    }

    private static boolean isStruck(Armed fault) {
        return fault.rule.probability() >= 1 || fault.luck.nextDouble() < fault.rule.probability();
    }

    public synchronized boolean isEmpty() {
        return armed.isEmpty();
    }

    /** Takes one back; does nothing if it has struck for the last time. */
    public synchronized void clear(long id) {
        armed.removeIf(fault -> fault.id == id);
    }

    public synchronized void clear() {
        armed.clear();
    }

    /** How many there still are. */
    public synchronized int size() {
        return armed.size();
    }
}
