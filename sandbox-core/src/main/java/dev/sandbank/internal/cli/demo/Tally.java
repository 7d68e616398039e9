package dev.sandbank.internal.cli.demo;

/**
 * How many steps were taken, and how many of them were not as told.
 *
 * @param steps all steps
 * @param different those that were not as told
 */
public record Tally(int steps, int different) {

    public static final Tally NONE = new Tally(0, 0);

    Tally plus(boolean asTold) {
        return new Tally(steps + 1, asTold ? different : different + 1);
    }

    public Tally plus(Tally other) {
        return new Tally(steps + other.steps, different + other.different);
    }

    public boolean asTold() {
        return different == 0;
    }

    @Override
    public String toString() {
        return asTold()
                ? "All " + steps + " steps were as told."
                : different + " of " + steps + " steps " + (different == 1 ? "was" : "were") + " not as told.";
    }
}
