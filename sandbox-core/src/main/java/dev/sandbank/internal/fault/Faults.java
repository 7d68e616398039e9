package dev.sandbank.internal.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/** The faults of one sandbox; if several match a call, the one that was set first strikes. */
public final class Faults {

    /** The number of strikes of an unlimited fault. */
    public static final int UNTIL_CLEARED = Integer.MAX_VALUE;

    private static final int MOST = 1_000;

    private final List<Waiting> waiting = new ArrayList<>();
    private long last;

    /**
     * A fault that waits for its calls.
     *
     * @param id counts the faults of a sandbox from 1
     * @param rule its rule
     * @param left how many more calls it strikes, or {@link #UNTIL_CLEARED}
     */
    public record Armed(long id, Rule rule, int left) {}

    private static final class Waiting {
        private final long id;
        private final Rule rule;
        private final RandomGenerator luck;
        private int left;
        private boolean struck;

        Waiting(long id, Rule rule) {
            this.id = id;
            this.rule = rule;
            this.luck = new Random(rule.luckSeed());
            this.left = rule.times();
        }
    }

    /**
     * The definition of a fault.
     *
     * @param aim the calls that it affects
     * @param effect what it does to them
     * @param times how many of them it strikes, or {@link #UNTIL_CLEARED}
     * @param probability how likely it strikes each of them, from 0 to 1
     * @param luckSeed makes the same calls strike in every run
     * @param maybe whether it is fine if it never strikes
     */
    public record Rule(Aim aim, Effect effect, int times, double probability, long luckSeed, boolean maybe) {

        public Rule {
            Bounds.requireSome(times);
            Bounds.requireProbability(probability);
        }

        /** Describes the rule in words, such as {@code answers 503, to createTransfer, by payouts, 2 times}. */
        public String told() {
            String often = times == UNTIL_CLEARED ? "until cleared" : times == 1 ? "once" : times + " times";
            String chance = probability >= 1 ? "" : ", with probability " + probability;
            return effect.told() + aim.told() + ", " + often + chance + (maybe ? ", maybe" : "");
        }
    }

    /**
     * Sets a fault; returns its id.
     *
     * @throws IllegalArgumentException if too many are waiting already
     */
    public synchronized long set(Rule rule) {
        if (waiting.size() >= MOST) {
            throw new IllegalArgumentException(
                    "at most " + MOST + " faults can be set at the same time: clear some first");
        }
        last++;
        waiting.add(new Waiting(last, rule));
        return last;
    }

    /** Returns the effect that strikes this call, if any, and counts it. */
    public synchronized Optional<Effect> strike(Addressee call) {
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting fault = each.next();
            if (fault.rule.aim().meets(call) && isStruck(fault)) {
                fault.struck = true;
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

    private static boolean isStruck(Waiting fault) {
        return fault.rule.probability() >= 1 || fault.luck.nextDouble() < fault.rule.probability();
    }

    public synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Returns the faults that still wait for calls, in the order they were set. */
    public synchronized List<Armed> armed() {
        return waiting.stream()
                .map(fault -> new Armed(fault.id, fault.rule, fault.left))
                .toList();
    }

    /** Returns the faults that must strike, but have not struck yet. */
    public synchronized List<Armed> unmet() {
        return waiting.stream()
                .filter(fault -> !fault.struck && !fault.rule.maybe() && fault.rule.probability() >= 1)
                .map(fault -> new Armed(fault.id, fault.rule, fault.left))
                .toList();
    }

    /** Removes a fault; returns false if there is none, because it has struck for the last time. */
    public synchronized boolean clear(long id) {
        return waiting.removeIf(fault -> fault.id == id);
    }

    public synchronized void clear() {
        waiting.clear();
    }

    /** Returns the number of waiting faults. */
    public synchronized int size() {
        return waiting.size();
    }
}
