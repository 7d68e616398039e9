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

    private static final int MOST = 1_000;

    private final List<Waiting> waiting = new ArrayList<>();
    private long last;

    /**
     * A fault that waits for its calls.
     *
     * @param id counts the faults of a sandbox from 1
     * @param rule what it is
     * @param left how many calls it will still strike, or {@link #UNTIL_CLEARED}
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
     * What a fault is.
     *
     * @param aim the calls that it strikes
     * @param effect what it does to them
     * @param times how many of them, or {@link #UNTIL_CLEARED}
     * @param probability how likely it strikes each that it meets, from 0 to 1
     * @param luckSeed makes the same calls strike in every run
     * @param maybe whether it need not strike at all
     */
    public record Rule(Aim aim, Effect effect, int times, double probability, long luckSeed, boolean maybe) {

        public Rule {
            Bounds.requireSome(times);
            Bounds.requireProbability(probability);
        }

        /** The rule in words, such as {@code answers 503, to createTransfer, by payouts, 2 times}. */
        public String told() {
            String often = times == UNTIL_CLEARED ? "until cleared" : times == 1 ? "once" : times + " times";
            String chance = probability >= 1 ? "" : ", with probability " + probability;
            return effect.told() + aim.told() + ", " + often + chance + (maybe ? ", maybe" : "");
        }
    }

    /**
     * Sets a fault; returns its id.
     *
     * @throws IllegalArgumentException if too many wait already
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

    /** What strikes this call, if anything does; that is then counted. */
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

    /** Those that still wait for calls, in the order they were set. */
    public synchronized List<Armed> armed() {
        return waiting.stream()
                .map(fault -> new Armed(fault.id, fault.rule, fault.left))
                .toList();
    }

    /** Those that are to strike, and have not so far. */
    public synchronized List<Armed> unmet() {
        return waiting.stream()
                .filter(fault -> !fault.struck && !fault.rule.maybe() && fault.rule.probability() >= 1)
                .map(fault -> new Armed(fault.id, fault.rule, fault.left))
                .toList();
    }

    /** Takes one back; false if there is none, because it has struck for the last time. */
    public synchronized boolean clear(long id) {
        return waiting.removeIf(fault -> fault.id == id);
    }

    public synchronized void clear() {
        waiting.clear();
    }

    /** How many there still are. */
    public synchronized int size() {
        return waiting.size();
    }
}
