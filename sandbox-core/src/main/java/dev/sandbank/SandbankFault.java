package dev.sandbank;

import dev.sandbank.internal.control.FaultControl;
import dev.sandbank.internal.fault.Aim;
import dev.sandbank.internal.fault.Effect;
import dev.sandbank.internal.fault.Faults.Rule;
import java.time.Duration;
import java.util.Set;

/** A fault that is being described: whom it strikes, how often, and last of all what it does. Immutable. */
public final class SandbankFault {

    private final FaultControl faults;
    private final Aim aim;
    private final int times;
    private final double probability;
    private final long luckSeed;

    SandbankFault(FaultControl faults, Aim aim, int times, double probability, long luckSeed) {
        this.faults = faults;
        this.aim = aim;
        this.times = times;
        this.probability = probability;
        this.luckSeed = luckSeed;
    }

    /** Only for one of its clients: as {@link SandbankFaults#by}, besides what it is aimed at already. */
    public SandbankFault by(String clientId) {
        return new SandbankFault(faults, new Aim(aim.names(), Set.of(clientId)), times, probability, luckSeed);
    }

    /**
     * Only for so many calls, from now on.
     *
     * @throws IllegalArgumentException if that is less than 1
     */
    public SandbankFault next(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("a fault strikes at least one call, not " + calls);
        }
        return new SandbankFault(faults, aim, calls, probability, luckSeed);
    }

    /**
     * For some of the calls by chance, the same ones in every run with the same seed.
     *
     * @param chance from 0 (none) to 1 (all)
     * @throws IllegalArgumentException if it is neither
     */
    public SandbankFault withProbability(double chance, long seed) {
        if (!(chance >= 0 && chance <= 1)) {
            throw new IllegalArgumentException("a probability is from 0 to 1, not " + chance);
        }
        return new SandbankFault(faults, aim, times, chance, seed);
    }

    /**
     * The bank answers with this status in its own format, and does nothing.
     *
     * @param status from 400 to 599
     * @throws IllegalArgumentException if it is no such status
     */
    public void fail(int status) {
        set(new Effect.Fail(status));
    }

    /**
     * Something on the way answers with an HTML page; the bank is not asked.
     *
     * @param status from 400 to 599
     * @throws IllegalArgumentException if it is no such status
     */
    public void failWithPage(int status) {
        set(new Effect.Page(status));
    }

    /**
     * The bank answers 429 and says when to come again, with the header or headers that it uses for that.
     *
     * @throws IllegalArgumentException if the wait is not more than none, or is more than a year
     */
    public void throttle(Duration wait) {
        set(new Effect.Throttle(wait));
    }

    /**
     * The bank does as it is asked, after a while. The call holds no thread meanwhile, and ends when the sandbox is closed.
     *
     * @throws IllegalArgumentException if the time is not more than none, or is more than an hour
     */
    public void delay(Duration time) {
        set(new Effect.Delay(time));
    }

    /**
     * The bank does as it is asked, and while it does the sandbox's clock moves on by so much; nobody waits.
     *
     * @throws IllegalArgumentException if the time is not more than none, or more than the years 1 to 9999 have
     */
    public void delayOnSandboxClock(Duration time) {
        set(new Effect.ClockDelay(time));
    }

    /** The bank does as it is asked, and the connection ends in the middle of its reply. */
    public void truncate() {
        set(new Effect.Truncate());
    }

    /** The bank does as it is asked, and the connection ends without a reply. */
    public void drop() {
        set(new Effect.Drop());
    }

    /**
     * The bank does as it is asked, and says that its reply is of this media type.
     *
     * @param contentType 1 to 256 printable ASCII characters
     * @throws IllegalArgumentException if it is anything else
     */
    public void mistype(String contentType) {
        set(new Effect.Mistype(contentType));
    }

    private void set(Effect effect) {
        faults.set(new Rule(aim, effect, times, probability, luckSeed));
    }
}
