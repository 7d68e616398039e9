package dev.sandbank.internal.control;

import dev.sandbank.SandbankFault;
import dev.sandbank.internal.fault.Aim;
import dev.sandbank.internal.fault.Effect;
import dev.sandbank.internal.fault.Faults;
import dev.sandbank.internal.fault.Faults.Rule;
import dev.sandbank.internal.fault.ReplyChange;
import dev.sandbank.internal.text.MemberPath;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** A fault that is being described; {@code setter} sets it. */
public record FaultDraft(
        Consumer<Rule> setter, Aim aim, int times, double probability, long luckSeed, boolean isOptional)
        implements SandbankFault {

    public static FaultDraft of(Aim aim, Consumer<Rule> setter) {
        return new FaultDraft(setter, aim, Faults.UNTIL_CLEARED, 1, 0, false);
    }

    @Override
    public SandbankFault by(String clientId) {
        return new FaultDraft(setter, new Aim(aim.names(), Set.of(clientId)), times, probability, luckSeed, isOptional);
    }

    @Override
    public SandbankFault next(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("a fault must affect at least one call, not " + calls);
        }
        return new FaultDraft(setter, aim, calls, probability, luckSeed, isOptional);
    }

    @Override
    public SandbankFault withProbability(double chance, long seed) {
        if (!(chance >= 0 && chance <= 1)) {
            throw new IllegalArgumentException("a probability must be from 0 to 1, not " + chance);
        }
        return new FaultDraft(setter, aim, times, chance, seed, isOptional);
    }

    @Override
    public SandbankFault maybe() {
        return new FaultDraft(setter, aim, times, probability, luckSeed, true);
    }

    private void set(Effect effect) {
        setter.accept(new Rule(aim, effect, times, probability, luckSeed, isOptional));
    }

    @Override
    public void fail(int status) {
        set(new Effect.Fail(status));
    }

    @Override
    public void fail(String error) {
        set(new Effect.FailWithError(error));
    }

    @Override
    public void refuse(String refusal) {
        set(new Effect.Refuse(refusal));
    }

    @Override
    public void failWithPage(int status) {
        set(new Effect.Page(status));
    }

    @Override
    public void throttle(Duration wait) {
        set(new Effect.Throttle(wait));
    }

    @Override
    public void delay(Duration time) {
        set(new Effect.Delay(time));
    }

    @Override
    public void delayOnSandboxClock(Duration time) {
        set(new Effect.ClockDelay(time));
    }

    @Override
    public void truncate() {
        set(new Effect.Truncate());
    }

    @Override
    public void drop() {
        set(new Effect.Drop());
    }

    @Override
    public void mistype(String contentType) {
        set(new Effect.Mistype(contentType));
    }

    @Override
    public void replaceStatus(int status) {
        set(new ReplyChange.ReplaceStatus(status));
    }

    @Override
    public void replaceHeader(String name, String value) {
        set(new ReplyChange.ReplaceHeader(name, value));
    }

    @Override
    public void removeHeader(String name) {
        set(new ReplyChange.ReplaceHeader(name, null));
    }

    @Override
    public void replaceMember(String member, Object value) {
        set(new ReplyChange.ReplaceMember(member, MemberPath.value(value)));
    }

    @Override
    public void removeMember(String member) {
        set(new ReplyChange.ReplaceMember(member, null));
    }
}
