package dev.sandbank.internal.control;

import dev.sandbank.SandbankFault;
import dev.sandbank.SandbankFaults;
import dev.sandbank.internal.fault.Aim;
import java.util.Set;

/** Begins faults for some calls, in this JVM's sandbox or in one at a server. */
public interface AimedFaults extends SandbankFaults {

    /** Begins a fault for these calls. */
    SandbankFault fault(Aim aim);

    @Override
    default SandbankFault anywhere() {
        return fault(Aim.EVERYTHING);
    }

    @Override
    default SandbankFault on(String... operationsOrEndpoints) {
        return fault(new Aim(Set.of(operationsOrEndpoints), Set.of()));
    }

    @Override
    default SandbankFault by(String... clientIds) {
        return fault(new Aim(Set.of(), Set.of(clientIds)));
    }
}
