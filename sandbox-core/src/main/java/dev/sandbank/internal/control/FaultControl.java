package dev.sandbank.internal.control;

import dev.sandbank.SandbankFault;
import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.fault.Aim;
import dev.sandbank.internal.fault.Effect;
import dev.sandbank.internal.fault.Faults;
import dev.sandbank.internal.fault.Faults.Armed;
import dev.sandbank.internal.fault.Faults.Rule;
import java.util.List;
import java.util.function.Consumer;

/**
 * Controls the faults of a sandbox.
 *
 * @param faults the faults
 * @param names the operations, endpoints and clients that faults can strike
 * @param notes takes a note of each change
 */
public record FaultControl(Faults faults, Names names, Consumer<String> notes) implements AimedFaults {

    @Override
    public SandbankFault fault(Aim aim) {
        requireKnown(aim);
        return FaultDraft.of(aim, this::set);
    }

    /**
     * Refuses a fault that could strike no call.
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
     * @throws UnknownNameException if the fault's refusal is none of the bank's
     */
    public long set(Rule rule) {
        if (rule.effect() instanceof Effect.Refuse refuse) {
            names.requirePhrase(refuse.key());
        }
        if (rule.effect() instanceof Effect.FailWithError) {
            rule.aim().names().forEach(names::requireEndpoint);
            if (rule.aim().names().isEmpty()) {
                throw new IllegalArgumentException(
                        "only endpoints of the token server return OAuth errors: name at least one");
            }
        }
        long id = faults.set(rule);
        notes.accept("fault " + id + " is set: " + rule.told());
        return id;
    }

    /** The faults that still wait for calls, in the order in which they were set. */
    public List<Armed> all() {
        return faults.armed();
    }

    @Override
    public void clear(long id) {
        if (!faults.clear(id)) {
            throw new UnknownNameException("there is no fault " + id + " (any more)");
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
}
