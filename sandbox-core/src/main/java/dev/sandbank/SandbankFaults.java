package dev.sandbank;

import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.control.FaultControl;
import dev.sandbank.internal.fault.Aim;
import dev.sandbank.internal.fault.Faults;
import java.util.Set;

/**
 * What goes wrong on purpose, at the bank's end of the line.
 *
 * <pre>{@code
 * bank.faults().on("createTransfer").next(2).fail(503);
 * bank.faults().by("payouts").withProbability(0.2, 42).drop();
 * bank.faults().on("token").delay(Duration.ofSeconds(3));
 * bank.faults().clear();
 * }</pre>
 *
 * <p>A fault is set by the last of these words and strikes from then on, until its calls are counted out or it is cleared.
 * Of several that a call meets, the one that was set first strikes. The journal tells which calls were struck.
 */
public final class SandbankFaults {

    private final FaultControl faults;
    private final SandbankNames names;

    SandbankFaults(FaultControl faults, SandbankNames names) {
        this.faults = faults;
        this.names = names;
    }

    /** Whatever is called, by whomever; to be narrowed. */
    public SandbankFault anywhere() {
        return new SandbankFault(faults, Aim.EVERYTHING, Faults.UNTIL_CLEARED, 1, 0);
    }

    /**
     * Calls of these operations, such as {@code createTransfer}, or endpoints of the token server, such as {@code token}.
     *
     * @throws IllegalArgumentException if the bank has no such operation or endpoint
     */
    public SandbankFault on(String... operationsOrEndpoints) {
        Set.of(operationsOrEndpoints).forEach(name -> names.require(Kind.OPERATION, name));
        return new SandbankFault(faults, new Aim(Set.of(operationsOrEndpoints), Set.of()), Faults.UNTIL_CLEARED, 1, 0);
    }

    /**
     * Calls of these clients, as far as their credentials or tokens name them.
     *
     * @throws IllegalArgumentException if there is no such client
     */
    public SandbankFault by(String... clientIds) {
        Set.of(clientIds).forEach(id -> names.require(Kind.CLIENT, id));
        return new SandbankFault(faults, new Aim(Set.of(), Set.of(clientIds)), Faults.UNTIL_CLEARED, 1, 0);
    }

    /** Takes all of them back. */
    public void clear() {
        faults.clear();
    }

    /** How many there still are. */
    public int count() {
        return faults.all().size();
    }
}
