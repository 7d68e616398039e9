package dev.sandbank.internal.control;

import dev.sandbank.SandbankFault;
import dev.sandbank.SandbankFaults;
import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.fault.Aim;
import dev.sandbank.internal.fault.Effect;
import dev.sandbank.internal.fault.Faults;
import dev.sandbank.internal.fault.Faults.Armed;
import dev.sandbank.internal.fault.Faults.Rule;
import dev.sandbank.internal.fault.ReplyChange;
import dev.sandbank.internal.text.MemberPath;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What goes wrong on purpose.
 *
 * @param faults the faults of a sandbox
 * @param names what faults can be aimed at
 * @param notes where each change is written down
 */
public record FaultControl(Faults faults, Names names, Consumer<String> notes) implements SandbankFaults {

    @Override
    public SandbankFault anywhere() {
        return fault(Aim.EVERYTHING);
    }

    @Override
    public SandbankFault on(String... operationsOrEndpoints) {
        return fault(new Aim(Set.of(operationsOrEndpoints), Set.of()));
    }

    @Override
    public SandbankFault by(String... clientIds) {
        return fault(new Aim(Set.of(), Set.of(clientIds)));
    }

    private SandbankFault fault(Aim aim) {
        requireKnown(aim);
        return new Fault(this, aim, Faults.UNTIL_CLEARED, 1, 0, false);
    }

    /**
     * Says no to a fault that nothing could meet.
     *
     * @throws UnknownNameException if there is no such operation or client
     */
    public void requireKnown(Aim aim) {
        aim.names().forEach(name -> names.require(Kind.OPERATION, name));
        aim.clients().forEach(id -> names.require(Kind.CLIENT, id));
    }

    /**
     * Sets a fault; returns its id.
     *
     * @throws UnknownNameException if the bank is to refuse as it never does
     */
    public long set(Rule rule) {
        if (rule.effect() instanceof Effect.Refuse refuse) {
            names.requirePhrase(refuse.key());
        }
        if (rule.effect() instanceof Effect.FailWithError) {
            rule.aim().names().forEach(names::requireEndpoint);
            if (rule.aim().names().isEmpty()) {
                throw new IllegalArgumentException(
                        "only endpoints of the token server answer with an error of OAuth: say which");
            }
        }
        long id = faults.set(rule);
        notes.accept("fault " + id + " is set: " + rule.told());
        return id;
    }

    /** Those that still wait for calls, in the order they were set. */
    public List<Armed> all() {
        return faults.armed();
    }

    @Override
    public void clear(long id) {
        if (!faults.clear(id)) {
            throw new UnknownNameException("there is no fault " + id + ", or no longer");
        }
        notes.accept("fault " + id + " is cleared");
    }

    @Override
    public List<String> unmet() {
        return faults.unmet().stream()
                .map(fault -> "fault " + fault.id() + " " + fault.rule().told())
                .toList();
    }

    @Override
    public int count() {
        return all().size();
    }

    @Override
    public void clear() {
        faults.clear();
        notes.accept("all faults are cleared");
    }

    /** A fault that is being described. */
    private record Fault(FaultControl faults, Aim aim, int times, double probability, long luckSeed, boolean isOptional)
            implements SandbankFault {

        @Override
        public SandbankFault by(String clientId) {
            return new Fault(faults, new Aim(aim.names(), Set.of(clientId)), times, probability, luckSeed, isOptional);
        }

        @Override
        public SandbankFault next(int calls) {
            if (calls < 1) {
                throw new IllegalArgumentException("a fault strikes at least one call, not " + calls);
            }
            return new Fault(faults, aim, calls, probability, luckSeed, isOptional);
        }

        @Override
        public SandbankFault withProbability(double chance, long seed) {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException("a probability is from 0 to 1, not " + chance);
            }
            return new Fault(faults, aim, times, chance, seed, isOptional);
        }

        @Override
        public SandbankFault maybe() {
            return new Fault(faults, aim, times, probability, luckSeed, true);
        }

        private void set(Effect effect) {
            faults.set(new Rule(aim, effect, times, probability, luckSeed, isOptional));
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
}
